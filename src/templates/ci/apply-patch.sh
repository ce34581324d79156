set -euo pipefail
refuse() { echo "Refused: $1 is no translation." >&2; exit 1; }
if [ ! -s wordferry.patch ]; then echo 'Nothing to adopt.'; exit 0; fi
git apply --index --whitespace=nowarn wordferry.patch
changes=$(mktemp)
# Plain files among the translations, nothing hidden, nothing that installs or runs: whatever wrote the patch.
git diff --cached --raw --no-renames -z > "$changes"
while IFS= read -r -d '' modes && IFS= read -r -d '' path; do
  case "$modes" in ':100644 100644 '* | ':000000 100644 '* | ':100644 000000 '*) ;; *) refuse "$path" ;; esac
  case "/$path" in */.* | */node_modules/* | */package.json | */package-lock.json) refuse "$path" ;; esac
done < "$changes"
mapfile -t known < <(printf '%s' "$FILES" | sed '/^$/d; s/^/:(exclude,glob)/')
others=$(git diff --cached --name-only --no-renames -- . "${known[@]}")
if [ -n "$others" ]; then refuse "$others"; fi
git -c user.name=wordferry -c user.email=wordferry@localhost commit --quiet -m 'Adopt edits of translations'
with_token() {
  git -c credential.helper= -c credential.helper='!f() { echo username=x-access-token; echo "password=$TOKEN"; }; f' "$@"
}
# Only onto what was read. A branch that is gone is not made again, and a newer push has a run of its own.
now=$(with_token ls-remote "$REMOTE" "refs/heads/$HEAD_REF" | cut -f 1)
if [ "$now" != "$HEAD_SHA" ]; then echo 'The branch has moved: nothing is pushed.'; exit 0; fi
with_token push --quiet "$REMOTE" "HEAD:refs/heads/$HEAD_REF"
