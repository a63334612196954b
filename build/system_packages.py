"""The Debian packages that the program and its tests need, and how the missing ones get there.

As root they are installed; otherwise the one command to type is printed. Other systems are left alone: there Qt's
libraries come with the desktop (or, on Windows, with Qt).
"""

from collections.abc import Sequence

from shell import Machine, Shell, system_path

# Without these not even a window that nobody sees can be made: Qt's core links to them.
QT = ("libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0")

# What Qt needs for a window on an X display. The platform plugin aborts the program if a single one is missing.
WINDOW = (
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-sync1",
    "libxcb-util1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)

FONTS = ("fonts-noto-cjk",)  # Chinese is boxes without a font that has it

# Other programs as judges, and what the tests look through: displays, system calls, pages, signatures.
LIBREOFFICE = ("libreoffice-calc", "python3-uno")
APACHE_POI = (
    "libapache-poi-java",
    "libxml-security-java",
    "libbcpkix-java",
    "libslf4j-java",
    "libxmlbeans-java",
    "openjdk-17-jdk-headless",
)
JUDGES = (*LIBREOFFICE, *APACHE_POI, "poppler-utils", "strace", "xauth", "xmlsec1", "xvfb")


def missing(shell: Shell, machine: Machine, packages: Sequence[str]) -> list[str]:
    """Return those of ``packages`` that are not installed, neither by name nor as something another one provides."""
    if not machine.debian or not packages:
        return []
    answer = shell.ask(
        ["dpkg-query", "--show", "--showformat", "${db:Status-Status}|${Package}|${Provides}\n"],
        more={"PATH": system_path(), "LC_ALL": "C.UTF-8"},
    )
    there: set[str] = set()
    for line in answer.output.splitlines():
        status, _, rest = line.partition("|")
        if status == "installed":
            name, _, provides = rest.partition("|")
            there |= {name, *(provided.split("(")[0].strip() for provided in provides.split(","))}
    return [package for package in packages if package not in there]


def command(packages: Sequence[str]) -> str:
    """Return the one line that a person without root's rights has to get typed."""
    return "sudo apt-get install " + " ".join(packages)


def install(shell: Shell, packages: Sequence[str]) -> bool:
    """Install packages as root, in one go; tell whether it worked, and print the system's own words if not."""
    settings = {"DEBIAN_FRONTEND": "noninteractive", "PATH": system_path()}
    shell.say(f"Installing system packages (minutes, the first time): {' '.join(packages)}")
    shell.ask(["apt-get", "update", "-q"], more=settings)  # a stale list is found out by the next step
    answer = shell.ask(["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages], more=settings)
    if answer.code:
        shell.say(answer.output.strip()[-2000:])
    return answer.code == 0
