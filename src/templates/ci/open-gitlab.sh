# GitLab opens the merge request with the push, once: where one is open, it takes the commits.
push --quiet -o merge_request.create -o "merge_request.target=$BASE" -o "merge_request.title=$title" \
  -o "merge_request.description=$body" "$REMOTE" "refs/heads/$branch" || warn "$branch could not be pushed."
