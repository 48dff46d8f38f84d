"""A private apt: resolves, downloads and unpacks signed Debian packages without root.

It reads the machine's mirrors and proxies, and writes nothing but its own folder in the cache.
"""
import contextlib
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import cache
from report import Refusal, last_words, output_of, say, watch

_KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
_MACHINE_STATUS = "/var/lib/dpkg/status"
_SMALL_BYTES = 5_000_000  # arrives before a person wonders


@dataclass(frozen=True)
class Package:
    name: str
    version: str
    architecture: str
    sha256: str
    size: int
    file: str


def architecture():
    return output_of("dpkg", "--print-architecture").strip()


def codename():
    """The machine's own Debian release, such as "bookworm"; empty where it does not say."""
    with contextlib.suppress(OSError):
        for line in Path("/etc/os-release").read_text().splitlines():
            if line.startswith("VERSION_CODENAME="):
                return line.partition("=")[2].strip('"')
    return ""


def testing(suite):
    """Sources (binary and source packages) of a suite newer than the machine's own, from the machine's mirror."""
    mirrors = [uri for uri, release in _machine_sources() if release == codename()]
    if os.environ.get("POSTWATCH_DEBIAN_MIRROR"):
        mirrors = [os.environ["POSTWATCH_DEBIAN_MIRROR"]]
    if not mirrors:
        raise Refusal("This machine's apt names no Debian mirror. Set POSTWATCH_DEBIAN_MIRROR to the address of one.")
    return [f"{kind} [signed-by={_KEYRING}] {uri} {suite} main"
            for uri in dict.fromkeys(mirrors) for kind in ("deb", "deb-src")]


def own_release():
    """Sources of the release the machine runs, its updates and security fixes included."""
    found = [f"deb [signed-by={_KEYRING}] {uri} {release} main"
             for uri, release in _machine_sources() if release.partition("-")[0] == codename()]
    if not found:
        raise Refusal("This machine's apt names no mirror of its own Debian release.")
    return found


def _machine_sources():
    # --no-release-info: without it a machine whose package lists are empty prints nothing.
    listing = output_of("apt-get", "indextargets", "--no-release-info",
                        "--format", "$(REPO_URI) $(RELEASE) $(COMPONENT)", "Created-By: Packages")
    rows = [line.split() for line in listing.splitlines()]
    return list(dict.fromkeys((row[0], row[1]) for row in rows if len(row) == 3 and row[2] == "main"))


class Archive:
    """One set of sources and one idea of what is installed already.

    stubs=None: the machine's own packages count as installed, so that only what is missing is fetched.
    Otherwise nothing is installed but the named stubs: the result is the same on every machine.
    """

    def __init__(self, name, sources, stubs=None):
        if not Path(_KEYRING).exists():
            raise Refusal(f"{_KEYRING} is missing: packages could not be verified. "
                          "Run: sudo apt-get install debian-archive-keyring")
        self.name = name
        self.folder = cache.root() / f"apt-{name}"
        self.sources = sources
        self.stubs = None if stubs is None else list(stubs)

    @contextlib.contextmanager
    def opened(self):
        """Holds the folder for this process and brings the index up to date."""
        self.folder.mkdir(exist_ok=True)
        with cache.locked(self.folder / "lock", f"the package index of {self.name}"):
            self._write_configuration()
            self._update()
            yield self

    def resolve(self, names):
        """Everything the named packages need that does not count as installed, as a list of Package."""
        empty = self.folder / "nothing"
        shutil.rmtree(empty, ignore_errors=True)
        (empty / "partial").mkdir(parents=True)
        # An empty archives folder: apt leaves out of the list what it finds downloaded already.
        listing = self._get("install", "--print-uris", "--yes", *names, archives=empty)
        files = [line.split()[1] for line in listing.splitlines() if line.startswith("'")]
        keys = [f"{name}={unquote(version)}" for name, version, _ in (file.split("_", 2) for file in files)]
        return [self._package(record, files) for record in self._records(keys)]

    def newest(self, names):
        """The named packages themselves in the version the archive has now, installed or not."""
        files = {}
        for name in names:
            for line in self._get("download", "--print-uris", name).splitlines():
                files[name] = line.split()[1]
        keys = [f"{name}={unquote(file.split('_')[1])}" for name, file in files.items()]
        return [self._package(record, files.values()) for record in self._records(keys)]

    def stub_out(self, names):
        """From now on these count as installed."""
        self.stubs += names
        self._write_status()

    def download(self, what, names, into):
        """Downloads what resolve(names) lists, going on where an interrupted download stopped."""
        packages = self.resolve(names)
        (into / "partial").mkdir(parents=True, exist_ok=True)
        total = sum(package.size for package in packages)

        def progress():
            if total < _SMALL_BYTES:
                return None
            here = sum(path.stat().st_size for path in into.rglob("*") if path.is_file())
            return f"{what}: {here / 1e6:.0f} of {total / 1e6:.0f} MB downloaded"

        say(f"{what}: downloading {len(packages)} packages, {total / 1e6:.0f} MB")
        log = self.folder / "download.log"
        command = self._command("install", "--download-only", "--yes", *names, archives=into)
        if watch(command, log, progress) != 0:
            raise Refusal(f"{what} could not be downloaded:{last_words(log)}\n"
                          "  Check the network and run the same command again; what has arrived is kept.")
        return packages

    def download_source(self, name, into):
        """The original source archive of a package: (Package, path of the file)."""
        into.mkdir(parents=True, exist_ok=True)
        listing = self._get("source", "--print-uris", "--download-only", name)
        for line in listing.splitlines():
            found = re.match(r"'(\S+)' (\S+\.orig\.tar\.\w+) (\d+) SHA256:(\w+)", line)
            if not found:
                continue
            file = found[2]
            done = subprocess.run(self._command("source", "--download-only", name), cwd=into, text=True,
                                  capture_output=True)
            if done.returncode != 0 or not (into / file).exists():
                raise Refusal(f"The source of {name} could not be downloaded: {done.stderr.strip()}")
            version = file.split("_", 1)[1].partition(".orig.")[0]
            return Package(name, version, "source", found[4], int(found[3]), file), into / file
        raise Refusal(f"The mirror has no source package {name}.")

    def _package(self, record, files):
        name, version, cpu = record["Package"], record["Version"], record["Architecture"]
        escaped = version.replace(":", "%3a")
        return Package(name, version, cpu, record["SHA256"], int(record["Size"]),
                       next(file for file in files if file == f"{name}_{escaped}_{cpu}.deb"))

    def _records(self, keys):
        text = output_of("apt-cache", "-c", self.folder / "apt.conf", "--no-all-versions", "show", *keys) if keys else ""
        for paragraph in filter(None, text.split("\n\n")):
            yield dict(re.findall(r"^(\S+): (.*)$", paragraph, re.MULTILINE))

    def _update(self):
        log = self.folder / "update.log"
        say(f"reading the package index of {self.name}")
        watch(self._command("update"), log, lambda: None)
        # A source of another vendor among the machine's fails its signature here and is left aside.
        if not list((self.folder / "lists").glob("*_Packages*")):
            raise Refusal(f"The package index of {self.name} could not be read:{last_words(log)}\n"
                          "  Check the network, and that `apt-get update` works on this machine.")

    def _get(self, *arguments, archives=None):
        return output_of(*self._command(*arguments, archives=archives))

    def _command(self, *arguments, archives=None):
        options = ["-o", f"Dir::Cache::Archives={archives}"] if archives else []
        return ["apt-get", "-c", str(self.folder / "apt.conf"), *options, *map(str, arguments)]

    def _write_configuration(self):
        for name in ("lists/partial", "archives/partial", "none"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        (self.folder / "sources.list").write_text("\n".join(self.sources) + "\n")
        self._write_status()
        here = self.folder
        # Passed with -c: a file named in APT_CONFIG is read before the machine's own settings and loses.
        (here / "apt.conf").write_text(f"""\
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear DPkg::Post-Invoke;
#clear DPkg::Pre-Install-Pkgs;
APT::Default-Release "";
APT::Sandbox::User "root";
APT::Install-Recommends "false";
Acquire::Check-Valid-Until "false";
Acquire::Languages "none";
Acquire::GzipIndexes "true";
Acquire::Retries "3";
Acquire::http::Timeout "30";
Acquire::https::Timeout "30";
Dir::Etc::SourceList "{here}/sources.list";
Dir::Etc::SourceParts "{here}/none";
Dir::Etc::Preferences "{here}/no-preferences";
Dir::Etc::PreferencesParts "{here}/none";
Dir::State "{here}";
Dir::State::Lists "{here}/lists";
Dir::State::Status "{here}/status";
Dir::Cache "{here}";
Dir::Cache::Archives "{here}/archives";
""")

    def _write_status(self):
        if self.stubs is None:
            # A copy: apt takes the package manager's lock beside the file it reads, which needs root.
            shutil.copyfile(_MACHINE_STATUS, self.folder / "status")
            return
        cpu = architecture()
        (self.folder / "status").write_text("".join(
            # Multi-Arch "allowed" satisfies dependencies written name:any; "foreign" does not.
            f"Package: {name}\nStatus: install ok installed\nVersion: 9999\nArchitecture: {cpu}\n"
            f"Multi-Arch: allowed\nMaintainer: nobody <nobody@localhost>\nDescription: stub\n\n"
            for name in self.stubs))


def unpack(packages, downloads, into):
    """Unpacks downloaded packages into the folder; nothing of theirs is run."""
    for package in packages:
        output_of("dpkg-deb", "-x", downloads / package.file, into)
