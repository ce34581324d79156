if ! push --quiet origin "refs/heads/$branch"; then warn "$branch could not be pushed."; continue; fi
# One that a fork opened under the same name is not ours.
open=$(gh pr list --head "$branch" --state open --json isCrossRepository --jq 'map(select(.isCrossRepository | not)) | length')
if [ "$open" = 0 ]; then
  gh pr create --head "$branch" --base "$BASE" --title "$title" --body "$body" ||
    warn 'The pull request could not be opened. Settings > Actions > General: Allow GitHub Actions to create and approve pull requests.'
fi
