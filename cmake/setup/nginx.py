"""nginx with brotli: the machine's own, else unpacked (never installed: that would start a server on port 80)."""
import os
import re
import shutil
import subprocess
from pathlib import Path

import apt
import cache
import pins
import tools
from report import Refusal, say

OLDEST = (1, 22)
NEEDED = ["http_ssl_module", "http_gzip_static_module"]
BROTLI = "ngx_http_brotli_static_module.so"
PACKAGES = ["nginx", "libnginx-mod-http-brotli-static"]
MEGABYTES = 40
BY_HAND = ("sudo apt-get install nginx libnginx-mod-http-brotli-static && "
           "sudo systemctl disable --now nginx   # or Debian keeps one running on port 80")


def provide():
    own = _present()
    if own and own["brotliModule"]:
        say(f"nginx found: {own['path']}")
        return own
    try:
        return _unpacked(own)
    except Refusal as refusal:
        if own:
            say(f"nginx: no brotli module could be had ({refusal}); the site is served with gzip instead")
            return own
        tools.refuse("nginx", BY_HAND, refusal)


def archive():
    return apt.Archive(apt.codename(), apt.own_release())


def _present():
    path = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
    if not path:
        return None
    about = subprocess.run([path, "-V"], capture_output=True, text=True).stderr
    version = re.search(r"nginx/(\d+)\.(\d+)", about)
    if not version or tuple(map(int, version.groups())) < OLDEST or not all(module in about for module in NEEDED):
        say(f"{path} is older than 1.22 or lacks one of {', '.join(NEEDED)}: left aside")
        return None
    modules = re.search(r"--modules-path=(\S+)", about)
    brotli = Path(modules[1]) / BROTLI if modules else None
    return {"path": path, "brotliModule": str(brotli) if brotli and brotli.exists() else None, "env": {}}


def _unpacked(own):
    recipe = [Path(__file__).read_text(), pins.recorded("nginx"), apt.architecture(), apt.codename(), own]
    folder = cache.provide("nginx", recipe, MEGABYTES, _fill)
    path = str(folder / "usr/sbin/nginx") if (folder / "usr/sbin/nginx").exists() else own and own["path"]
    module = next(folder.glob(f"usr/lib/nginx/modules/{BROTLI}"), None)
    if not path or not module:
        raise Refusal("apt takes it for installed already, and yet it was not found")
    nginx = {"path": path, "brotliModule": str(module), "env": tools.library_path(folder)}
    tried = subprocess.run([nginx["path"], "-v"], env=os.environ | nginx["env"], capture_output=True, text=True)
    if tried.returncode != 0:
        raise Refusal(f"it does not start here: {tried.stderr.strip()}")
    return nginx


def _fill(folder):
    with archive().opened() as debian:
        wanted = debian.download("nginx", PACKAGES, cache.downloads(folder))
    pins.compare("nginx", wanted)
    apt.unpack(wanted, cache.downloads(folder), folder)
