#!/usr/bin/env bash
# Builds the example site and looks at it in a browser, and at previews while files change: with all tests, or with those
# named (`run.sh screens weight`). Installs what it needs on Debian and the like:
# Chromium, a Java runtime for the HTML checker, a reader of PDF, Node.js, and the npm packages of package-lock.json.
#
#   HANDBILL=path   a built handbill, in place of the one `cargo build` makes
#   CHROMIUM=path   a browser, in place of Debian's
#   KEEP=1          leave the built sites in place and say where they are
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repository=$(cd "$here/../.." && pwd)
say() { printf '\n== %s\n' "$*"; }
fail() { printf 'tests/browser/run.sh: %s\n' "$*" >&2; exit 1; }

# What apt has to bring.
missing=()
command -v pdftotext >/dev/null || missing+=(poppler-utils)
if [ -z "${CHROMIUM:-}" ] && [ ! -x /usr/bin/chromium ]; then missing+=(chromium fonts-dejavu-core fonts-liberation); fi
command -v java >/dev/null || missing+=(default-jre-headless)
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
if [ ${#missing[@]} -gt 0 ]; then
  say "installing ${missing[*]}"
  command -v apt-get >/dev/null || fail "please install ${missing[*]}: there is no apt-get here"
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "please install ${missing[*]}: this needs root or sudo"
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -qq </dev/null
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null
fi
node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' \
  || fail "Node.js 20 or newer is needed, this is $(node --version)"

say "npm ci"
(cd "$here" && npm ci --no-progress </dev/null)

if [ -z "${HANDBILL:-}" ]; then
  say "cargo build"
  (cd "$repository" && cargo build --locked </dev/null)
  target=$(cd "$repository" && cargo metadata --format-version 1 --no-deps --locked \
    | node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).target_directory')
  HANDBILL=$target/debug/handbill
fi
HANDBILL=$(cd "$(dirname "$HANDBILL")" && pwd)/$(basename "$HANDBILL")
[ -x "$HANDBILL" ] || fail "$HANDBILL is not there"

work=$(mktemp -d)
server=
finish() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi
  if [ -n "${KEEP:-}" ]; then printf 'The built sites are in %s\n' "$work"; else rm -rf "$work"; fi
}
trap finish EXIT

say "building the sites"
node "$here/lib/serve.mjs" "$work" >"$work/addresses" </dev/null &
server=$!
for _ in $(seq 100); do
  if [ -s "$work/addresses" ]; then break; fi
  sleep 0.1
done
[ -s "$work/addresses" ] || fail "the server did not start"
address() { node -p 'JSON.parse(process.argv[1])[process.argv[2]]' "$(cat "$work/addresses")" "$1"; }
build() { "$HANDBILL" build "$1" --output "$work/$2" --date 2026-11-24 "${@:3}" </dev/null; }
build "$repository/example-site" root --base-url "$(address root)"
build "$repository/example-site" group --base-url "$(address group)"
build "$here/rtl-site" rtl --base-url "$(address rtl)"
# The same two the other way round: one as rendered, one made small.
cp -r "$repository/example-site" "$work/plain-site"
sed -i '/^minify:/d' "$work/plain-site/site.yaml"
build "$work/plain-site" plain --base-url "$(address root)"
build "$here/rtl-site" rtl-minified --base-url "$(address rtl)" --minify
node "$here/lib/stress.mjs" "$work/stress-site"
build "$work/stress-site" stress >/dev/null
if "$HANDBILL" build --help </dev/null | grep -q -e '--portable'; then
  build "$repository/example-site" portable --portable
fi

say "looking at them"
export HANDBILL HANDBILL_WORK=$work HANDBILL_OUT=$here/out
HANDBILL_ADDRESSES=$(cat "$work/addresses")
export HANDBILL_ADDRESSES
cd "$here"
if [ $# -gt 0 ]; then tests=("${@/%/.test.mjs}"); else tests=(*.test.mjs); fi
# What stands still is looked at by as many browsers as there are processors. Previews are asked how soon they answer, so
# that each has the machine to itself.
still=()
previews=()
for test in "${tests[@]}"; do
  case $test in preview*) previews+=("$test") ;; *) still+=("$test") ;; esac
done
if [ ${#still[@]} -gt 0 ]; then
  node --test --test-reporter=spec --test-concurrency="$(getconf _NPROCESSORS_ONLN)" "${still[@]}" </dev/null
fi
if [ ${#previews[@]} -gt 0 ]; then node --test --test-reporter=spec --test-concurrency=1 "${previews[@]}" </dev/null; fi

if [ $# -eq 0 ]; then
  say "the preview's script with the real program"
  HANDBILL_PREVIEW=./lib/served-preview.mjs node --test --test-reporter=spec ./preview-client.test.mjs </dev/null
fi
