# Sourced by bin/run and bin/test: makes .venv hold what the lock file says, and finds or installs system packages.
# Plain POSIX shell. Every step looks first and does nothing when nothing is missing.

say() { printf '· %s\n' "$*"; }
fail() { printf 'gandan: %s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1; then sudo "$@"
    else fail "cần quyền quản trị để chạy: $* · administrator rights are needed to run: $*"
    fi
}

apt_install() {
    command -v apt-get >/dev/null 2>&1 || fail "hãy cài đặt: $* · please install: $*"
    say "apt-get install $*"
    apt_log=$(mktemp)
    {
        as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
    } >"$apt_log" 2>&1 || { tail -n 20 "$apt_log" >&2; fail "không cài được: $* · could not install: $*"; }
    rm -f "$apt_log"
}

find_python() {
    for candidate in python3.13 python3.12 python3.11 python3; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    fail "cần Python 3.11 trở lên · Python 3.11 or newer is needed"
}

# ensure_venv LOCK: .venv holds exactly what the lock file names, and this checkout as `gandan`.
ensure_venv() {
    lock=$1
    stamp=.venv/.installed-$(basename "$lock" .txt)
    want=$(cat "$lock" pyproject.toml | cksum)
    if [ -x .venv/bin/gandan ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ]; then return; fi
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        apt_install "python$version-venv"
    fi
    [ -x .venv/bin/python ] || { say "$python -m venv .venv"; "$python" -m venv .venv; }
    say "pip install ($(basename "$lock"))"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r "$lock" 2>.venv/pip.log ||
        { tail -n 20 .venv/pip.log >&2; fail "pip không cài được thư viện · pip could not install the libraries"; }
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . 2>>.venv/pip.log ||
        { tail -n 20 .venv/pip.log >&2; fail "pip không cài được gandan · pip could not install gandan"; }
    printf '%s\n' "$want" >"$stamp"
}

# start_postgres SCRATCH: a PostgreSQL of our own in SCRATCH/pg, listening on a socket in SCRATCH; sets postgres_user. Ends with stop_postgres.
start_postgres() {
    scratch=$1
    postgres_bin=$(find_postgres)
    [ -n "$postgres_bin" ] || { apt_install postgresql; postgres_bin=$(find_postgres); }
    postgres_user=$(id -un)
    [ "$(id -u)" -eq 0 ] && { postgres_user=postgres; chown postgres "$scratch"; }
    as_postgres "$postgres_bin/initdb" -D "$scratch/pg" -U "$postgres_user" -A trust --locale=C.UTF-8 -E UTF8 >"$scratch/initdb.log" 2>&1 ||
        { cat "$scratch/initdb.log" >&2; exit 1; }
    as_postgres "$postgres_bin/pg_ctl" -D "$scratch/pg" -w -l "$scratch/pg.log" -o "-k $scratch -c listen_addresses='' $2" start >/dev/null
    say "PostgreSQL $("$postgres_bin/postgres" --version | cut -d' ' -f3)"
}
stop_postgres() {
    [ -z "${postgres_bin:-}" ] || as_postgres "$postgres_bin/pg_ctl" -D "$scratch/pg" -m immediate stop >/dev/null 2>&1 || true
}
as_postgres() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
find_postgres() {
    found=$(command -v initdb 2>/dev/null || ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
    [ -z "$found" ] || dirname "$found"
}
