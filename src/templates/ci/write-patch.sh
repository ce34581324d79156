set -euo pipefail
# What can be read is adopted, whatever is left out.
status=0
npx --no -- wordferry translate --engine none || status=$?
if [ "$status" -gt 1 ]; then exit "$status"; fi
while IFS= read -r pattern; do
  [ -z "$pattern" ] || git add --all -- ":(glob)$pattern" 2> /dev/null || true
done <<< "$FILES"
git diff --cached --binary --full-index --no-renames > wordferry.patch
