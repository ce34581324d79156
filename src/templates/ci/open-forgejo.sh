if ! push --quiet "$REMOTE" "refs/heads/$branch"; then warn "$branch could not be pushed."; continue; fi
request=$(node -p 'const [head, base, title, body] = process.argv.slice(1); JSON.stringify({ head, base, title, body })' "$branch" "$BASE" "$title" "$body")
# 409: it is open already.
status=$(printf 'Authorization: token %s' "$TOKEN" | curl --silent --show-error --output /dev/null --write-out '%{http_code}' --header @- \
  --header 'Content-Type: application/json' --data "$request" "$API/repos/$REPOSITORY/pulls") || status=none
case "$status" in 201 | 409) ;; *) warn "The pull request of $branch could not be opened ($status)." ;; esac
