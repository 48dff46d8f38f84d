"""The fonts tests and screenshots see: the same on every machine, whatever fonts it has."""
from pathlib import Path

import apt
import cache
import pins
from emscripten import archive as newer_debian

# Noto for Latin, Cyrillic, Greek, Arabic, Hebrew, Indic scripts and Thai; WenQuanYi for Chinese, Japanese, Korean.
PACKAGES = ["fonts-noto-core", "fonts-noto-mono", "fonts-wqy-microhei", "fonts-noto-color-emoji"]
MEGABYTES = 140
CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{folder}/usr/share/fonts</dir>
  <cachedir>{folder}/cache</cachedir>
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
{aliases}
  <match target="pattern"><!-- Chromium names no family at all for system-ui where no desktop does -->
    <edit name="family" mode="append_last"><string>Noto Sans</string><string>WenQuanYi Micro Hei</string></edit>
  </match>
</fontconfig>
"""
ALIASES = {"sans-serif": ["Noto Sans", "WenQuanYi Micro Hei"], "system-ui": ["Noto Sans", "WenQuanYi Micro Hei"],
           "ui-sans-serif": ["Noto Sans", "WenQuanYi Micro Hei"], "serif": ["Noto Serif", "WenQuanYi Micro Hei"],
           "monospace": ["Noto Mono", "WenQuanYi Micro Hei Mono"], "ui-monospace": ["Noto Mono"],
           "emoji": ["Noto Color Emoji"]}


def provide():
    """The fontconfig file to name in FONTCONFIG_FILE."""
    recipe = [Path(__file__).read_text(), pins.recorded("fonts")]
    return cache.provide("fonts", recipe, MEGABYTES, _fill) / "fonts.conf"


def packages(debian):
    return [package for package in debian.resolve(PACKAGES) if package.name in PACKAGES]


def _fill(folder):
    with newer_debian().opened() as debian:
        wanted = packages(debian)
        pins.compare("fonts", wanted)
        debian.download("fonts", PACKAGES, cache.downloads(folder))
    apt.unpack(wanted, cache.downloads(folder), folder)
    aliases = "\n".join(
        f'  <alias binding="strong"><family>{family}</family><prefer>'
        + "".join(f"<family>{name}</family>" for name in names) + "</prefer></alias>"
        for family, names in ALIASES.items())
    (folder / "fonts.conf").write_text(CONFIGURATION.format(folder=folder, aliases=aliases))
