"""Bring the English translation up to date with the sources, and compile it for the program.

    python build/translations.py

``lupdate`` adds the strings that are new to ``yaodian_en.ts`` and drops those that are gone; whoever writes English
then fills in what is marked ``unfinished``, in Qt Linguist or by hand, and runs this again. ``lrelease`` compiles the
result to ``yaodian_en.qm``, which is committed too, so that the program runs from its sources without a build step.
"""

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "resources" / "translations" / "yaodian_en.ts"


def main() -> int:
    """Update, compile, and name what is still to be translated; 1 if there is any."""
    update(SOURCE)
    compile_to(SOURCE.with_suffix(".qm"), SOURCE)
    missing = unfinished(SOURCE)
    for context, text in missing:
        print(f"unfinished: {context}: {text}")
    print(f"{SOURCE.relative_to(ROOT)}: {len(missing)} to translate")
    return 1 if missing else 0


def update(translation: Path) -> None:
    """Bring a ``.ts`` file up to date with the sources; without line numbers, which would change with every edit."""
    languages = ["-source-language", "zh_CN", "-target-language", "en_GB"]
    options = ["-silent", "-no-obsolete", "-locations", "none", *languages]
    _run("lupdate", [*options, *map(str, sources()), "-ts", str(translation)])


def compile_to(compiled: Path, translation: Path) -> None:
    """Compile a ``.ts`` file to the ``.qm`` file that the program loads; what is unfinished is left out."""
    _run("lrelease", ["-silent", str(translation), "-qm", str(compiled)])


def sources() -> list[Path]:
    """List the files that hold words for a reader."""
    return [ROOT / "main.py", *sorted((ROOT / "ui").rglob("*.py"))]


def unfinished(translation: Path) -> list[tuple[str, str]]:
    """Name what has no translation yet, or lacks one of the forms that a number asks for: its context and its text."""
    contexts = ET.parse(translation).getroot().iter("context")  # noqa: S314  our own file
    return [
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in contexts
        for message in context.iter("message")
        if message.find("translation[@type]") is not None or not all(translated(message))
    ]


def translated(message: ET.Element) -> list[str]:
    """Return the translation of one message: the one text, or the singular and the plural of one that counts."""
    forms = [form.text or "" for form in message.iter("numerusform")]
    return forms or [message.findtext("translation", "")]


def _run(tool: str, arguments: Sequence[str]) -> None:
    """Run one of the tools that come with PySide6."""
    suffix = ".exe" if sys.platform == "win32" else ""
    subprocess.run([str(Path(PySide6.__file__).parent / f"{tool}{suffix}"), *arguments], check=True, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
