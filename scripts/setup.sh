# Sourced by scripts/play and scripts/test: finds Rust, installs the system packages a Debian or Ubuntu lacks, and
# picks a target folder that survives between runs. Argument: play or test.

need_rust() {
    if ! command -v cargo >/dev/null 2>&1 && [ -f "$HOME/.cargo/env" ]; then . "$HOME/.cargo/env"; fi
    local have
    have=$(rustc --version 2>/dev/null | sed -E 's/rustc ([0-9]+)\.([0-9]+).*/\1 \2/') || true
    set -- $have
    if [ "${1:-0}" -lt 1 ] || { [ "${1:-0}" -eq 1 ] && [ "${2:-0}" -lt 95 ]; }; then
        echo "需要 Rust 1.95 或更新版本，现在是：${have:-没有}。安装："
        echo "Rust 1.95 or newer is needed, found: ${have:-none}. Install it with:"
        echo "    curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y && . \"\$HOME/.cargo/env\""
        exit 2
    fi
}

packages="gcc g++ pkg-config libasound2-dev libudev-dev libwayland-dev libxkbcommon-dev libxkbcommon-x11-0 libx11-xcb1 libxcursor1 libxi6 libxrandr2 libvulkan1 mesa-vulkan-drivers"
[ "${1:-play}" = test ] && packages="$packages xvfb"

need_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        echo "不是 Debian/Ubuntu，请自行确认已安装相当于这些的软件包 not Debian/Ubuntu; make sure you have the like of: $packages"
        return
    fi
    local missing="" p
    for p in $packages; do
        dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || missing="$missing $p"
    done
    [ -z "$missing" ] && return
    local sudo=""
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null 2>&1; then sudo=sudo; else
            echo "请用 root 安装 install as root: apt-get install$missing"
            exit 2
        fi
    fi
    echo "安装系统软件包 installing:$missing"
    $sudo apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

need_rust
need_packages
if [ -z "${CARGO_TARGET_DIR:-}" ]; then
    cache="${XDG_CACHE_HOME:-$HOME/.cache}/drillroom/target"
    if mkdir -p "$cache" 2>/dev/null; then export CARGO_TARGET_DIR="$cache"; fi
fi
