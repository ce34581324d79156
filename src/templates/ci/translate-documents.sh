set -euo pipefail
for name in $NEEDS; do
  if [ -z "${!name-}" ]; then echo "$name is not set: nothing is translated."; exit 0; fi
done
git config user.name wordferry
git config user.email wordferry@localhost
mapfile -t files < <(printf '%s' "$FILES" | sed '/^$/d; s/^/:(glob)/')
base=$(git rev-parse HEAD)
plan=$(mktemp)
# All documents with something new, by their names as they are.
npx --no -- wordferry translate --dry-run --max-documents 0 --json > "$plan" || true
list='const { later, error } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
  if (error) { console.error(JSON.stringify(error)); process.exit(1); }
  process.stdout.write(later.map((path) => path + "\0").join(""));'
node -e "$list" "$plan" > "$plan.list"
mapfile -d '' -t documents < "$plan.list"
warn() { echo "${WARNING-}wordferry: $1"; }
drop() {
  git reset --quiet --hard
  git clean --quiet -fd -- "${files[@]}"
  git switch --quiet --detach "$base"
  git branch --quiet -D "$branch"
}
left=$MAX_DOCUMENTS
for document in ${documents[@]+"${documents[@]}"}; do
  if [ "$left" -le 0 ]; then echo 'More documents wait: run this again.'; break; fi
  name=$(printf '%s' "$document" | LC_ALL=C tr -d '\000-\037\177')
  slug=$(basename -- "$name" | LC_ALL=C tr -cs 'A-Za-z0-9' '-' | cut -c 1-40)
  slug=${slug#-}
  slug=${slug%-}
  branch="wordferry/${slug:-document}-$(printf '%s' "$document" | git hash-object --stdin | cut -c 1-8)"
  start=$base
  if git rev-parse --quiet --verify "refs/remotes/origin/$branch" > /dev/null; then start="refs/remotes/origin/$branch"; fi
  git switch --quiet --no-track -C "$branch" "$start"
  if ! git merge --quiet --no-edit "$base"; then
    git merge --abort
    warn "$name: the branch $branch conflicts with the default branch. Merge it by hand, or delete it."
    drop
    continue
  fi
  status=0
  npx --no -- wordferry translate -- "$document" || status=$?
  if [ "$status" -ne 0 ]; then
    # Answers that were paid for are in the journal: the next run goes on from there.
    warn "$name was not translated (exit status $status); the log says why."
    drop
    if [ "$status" -eq 4 ]; then break; fi
    continue
  fi
  # A pattern that no file has is none to add.
  for pattern in "${files[@]}"; do git add --all -- "$pattern" 2> /dev/null || true; done
  if ! git diff --cached --quiet; then
    git commit --quiet -m "Translate $name"
    left=$((left - 1))
  fi
  git reset --quiet --hard
  if git diff --quiet "$base"; then drop; else git config "branch.$branch.description" "$name"; fi
done
git switch --quiet --detach "$base"
