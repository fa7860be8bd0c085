#!/usr/bin/env bash
# On Debian and Ubuntu: installs the shared libraries that Qt needs and PySide6 does not bring, or
# says the command. Other systems have them, so this never fails there.
set -euo pipefail

[ "$(uname -s)" = Linux ] || exit 0
command -v apt-get >/dev/null 2>&1 || exit 0

# What Qt's core, its window and its X11, Wayland and offscreen platforms load: library, package.
needed='
libglib-2.0.so.0        libglib2.0-0
libdbus-1.so.3          libdbus-1-3
libfontconfig.so.1      libfontconfig1
libfreetype.so.6        libfreetype6
libEGL.so.1             libegl1
libGL.so.1              libgl1
libX11.so.6             libx11-6
libX11-xcb.so.1         libx11-xcb1
libgssapi_krb5.so.2     libgssapi-krb5-2
libxkbcommon.so.0       libxkbcommon0
libxkbcommon-x11.so.0   libxkbcommon-x11-0
libxcb.so.1             libxcb1
libxcb-cursor.so.0      libxcb-cursor0
libxcb-glx.so.0         libxcb-glx0
libxcb-icccm.so.4       libxcb-icccm4
libxcb-image.so.0       libxcb-image0
libxcb-keysyms.so.1     libxcb-keysyms1
libxcb-randr.so.0       libxcb-randr0
libxcb-render.so.0      libxcb-render0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0       libxcb-shape0
libxcb-shm.so.0         libxcb-shm0
libxcb-sync.so.1        libxcb-sync1
libxcb-util.so.1        libxcb-util1
libxcb-xfixes.so.0      libxcb-xfixes0
libxcb-xkb.so.1         libxcb-xkb1
libwayland-client.so.0  libwayland-client0
libwayland-cursor.so.0  libwayland-cursor0
libwayland-egl.so.1     libwayland-egl1
'
present=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null || true)
[ -n "$present" ] || exit 0

missing=()
while read -r library package; do
    [ -n "$library" ] || continue
    case "$present" in
        *"$library"*) ;;
        *) missing+=("$package") ;;
    esac
done <<<"$needed"
[ "${#missing[@]}" -gt 0 ] || exit 0

install="apt-get install -y --no-install-recommends ${missing[*]}"
if [ "$(id -u)" = 0 ]; then
    echo "Installing the libraries that Qt needs with apt-get (once): ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    if apt-get update -qq && $install -qq >/dev/null; then
        exit 0
    fi
    echo "apt-get could not install them; Consultee may not start until this works: $install" >&2
else
    echo "Qt needs libraries that are not here; install them with: sudo $install" >&2
fi
exit 0
