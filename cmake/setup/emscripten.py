"""Emscripten: the one the machine has, else a rootless one unpacked from Debian's packages."""
import os
import re
import shutil
from pathlib import Path

import apt
import cache
import pins
from report import Refusal, last_words, output_of, say, watch

OLDEST_MAJOR = 4  # FETCH, EXPORT_ES6 and the settings of web/CMakeLists.txt behave as written from here on
SUITE = "forky"
MEGABYTES = 1100  # packages, what they unpack to, and the system libraries built from them
# What the machine provides itself, or nobody calls: Emscripten runs on the machine's own Python and Node.
STUBS = ["python3", "python3-minimal", "nodejs", "ccache", "debconf", "libc6-dev", "binutils"]
# clang asks for the host's own C++ headers and libraries; code for wasm never sees them.
HOST_CODE = re.compile(r"lib(gcc|stdc\+\+|objc)-\d+-dev$")
SYSTEM_LIBRARIES = ["libc", "libc++-noexcept", "libc++abi-noexcept", "libclang_rt.builtins", "libdlmalloc",
                    "libemmalloc", "libstubs", "libsockets", "libhtml5", "libal", "libGL-getprocaddr",
                    "libnoexit", "libfetch", "libc_optz"]
CONFIGURATION = """\
import os, shutil
_sdk = {sdk!r}
LLVM_ROOT = os.path.join(_sdk, 'usr/bin')
BINARYEN_ROOT = os.path.join(_sdk, 'usr')
NODE_JS = shutil.which('node')
LLVM_ADD_VERSION = {llvm!r}
CLANG_ADD_VERSION = {llvm!r}
CACHE = os.path.join(_sdk, 'usr/share/emscripten/cache')
"""


def provide():
    """(folder holding emcc, folder that names the whole SDK)."""
    present = _present()
    if present:
        return present, present
    recipe = [Path(__file__).read_text(), pins.recorded("emscripten"), apt.architecture()]
    sdk = cache.provide("emscripten", recipe, MEGABYTES, _fill)
    return sdk / "usr/share/emscripten", sdk


def packages(archive):
    """What the rootless SDK consists of."""
    extra = [package.name for package in archive.resolve(["emscripten"]) if HOST_CODE.match(package.name)]
    archive.stub_out(extra)
    return archive.resolve(["emscripten", "patchelf"])


def archive():
    return apt.Archive(SUITE, apt.testing(SUITE), stubs=STUBS)


def _present():
    sdk = os.environ.get("EMSDK")
    emcc = shutil.which("emcc") or (shutil.which("emcc", path=f"{sdk}/upstream/emscripten") if sdk else None)
    if not emcc:
        return None
    version = re.search(r"(\d+)\.\d+\.\d+", output_of(emcc, "--version"))
    if not version or int(version[1]) < OLDEST_MAJOR:
        say(f"{emcc} is Emscripten {version[0] if version else 'of unknown age'}, older than {OLDEST_MAJOR}: left aside")
        return None
    say(f"Emscripten {version[0]} found: {emcc}")
    return Path(emcc).resolve().parent


def _fill(sdk):
    say("no Emscripten 4 or newer on this machine (EMSDK, emcc); setting one up, once for all clones")
    with archive().opened() as debian:
        wanted = packages(debian)
        pins.compare("emscripten", wanted)
        debian.download("Emscripten", ["emscripten", "patchelf"], cache.downloads(sdk))
    say("Emscripten: unpacking")
    apt.unpack(wanted, cache.downloads(sdk), sdk)
    _make_programs_find_their_libraries(sdk)
    # Emscripten looks for its Node modules beside its own folder; a link inside that folder breaks at -Oz.
    (sdk / "usr/share/node_modules").symlink_to("nodejs")
    llvm = next(package.name for package in wanted if package.name.startswith("clang-")).partition("-")[2]
    (sdk / "usr/share/emscripten/.emscripten").write_text(CONFIGURATION.format(sdk=str(sdk), llvm=llvm))
    _build_system_libraries(sdk)


def _make_programs_find_their_libraries(sdk):
    """Points programs and libraries at the SDK's own loader and C library, which are newer than the machine's."""
    triplet = next((sdk / "usr/lib").glob("*-linux-gnu")).name
    own = sdk / "usr/lib" / triplet
    output_of(shutil.which("ldconfig") or "/sbin/ldconfig", "-n", own)
    loader = next(path for path in [*(sdk / "usr/lib64").glob("ld-linux*"), *own.glob("ld-linux*"),
                                    *(sdk / "usr/lib").glob("ld-linux*")] if path.exists())
    patchelf = [loader, "--library-path", own, sdk / "usr/bin/patchelf"]
    llvm = next((sdk / "usr/lib").glob("llvm-*"))
    paths = f"{own}:{llvm / 'lib'}"
    patched = set()
    for program in [*(sdk / "usr/bin").iterdir(), *(llvm / "bin").iterdir()]:
        target = program.resolve()
        if target in patched or target.name == "patchelf" or not _is_elf(target):
            continue
        patched.add(target)
        output_of(*patchelf, "--set-interpreter", loader, "--force-rpath", "--set-rpath", paths, target)
    for library in [*own.glob("libLLVM*.so*"), *own.glob("libclang*.so*"), *own.glob("libbinaryen*.so*"),
                    *(llvm / "lib").glob("*.so*")]:
        target = library.resolve()
        if target not in patched and _is_elf(target):
            patched.add(target)
            output_of(*patchelf, "--set-rpath", paths, target)


def _is_elf(path):
    if not path.is_file():
        return False
    with open(path, "rb") as file:
        return file.read(4) == b"\x7fELF"


def _build_system_libraries(sdk):
    emscripten = sdk / "usr/share/emscripten"
    log = sdk / "system_libraries.log"

    def progress():
        begun = log.read_text(errors="replace").count("generating system library")
        return f"Emscripten: building its system libraries, {max(begun, 1)} of {len(SYSTEM_LIBRARIES)}"

    say(f"Emscripten: building its {len(SYSTEM_LIBRARIES)} system libraries (about a minute)")
    command = [emscripten / "embuilder", "--lto", "build", *SYSTEM_LIBRARIES]
    if watch(command, log, progress, _clean_environment()) != 0:
        raise Refusal(f"Emscripten could not build its system libraries:{last_words(log)}\n"
                      f"  The whole log: {log}")


def _clean_environment():
    """Without settings meant for another Emscripten."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("EM_", "EMCC_", "EMSDK"))}
