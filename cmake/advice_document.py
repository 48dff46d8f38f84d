"""docs/advice.md: the rules of src/postal/data/advice.json and their sentences as tables that can be reviewed.

Usage: advice_document.py --write | --check

--check fails when the page is stale, or when the sentences do not stand in the order of the rules.
"""

import json
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PAGE = PROJECT / "docs" / "advice.md"
KINDS = {
    "normal": "What is normal: the first rule that applies",
    "cause": "No records, why: every rule that applies",
    "do_today": "What to do today: the first rule that applies",
    "papers": "Which papers: the first rule that applies, or none",
    "whom": "Whom to ask: the first rule that applies",
    "ask_again": "When to ask again: the first rule that applies",
    "warning": "Warnings: every rule that applies",
}


def read(path):
    return json.loads((PROJECT / path).read_text(encoding="utf-8"))


def cell(text):
    return text.replace("|", "\\|")


def condition(when):
    parts = [f"{name.replace('_', ' ')}: {', '.join(values)}" for name, values in when.items()]
    return "; ".join(parts) or "always"


def sentence(words):
    return words if isinstance(words, str) else words["other"]


def rows(head, lines):
    table = [head, tuple("---" for _ in head), *lines]
    return "".join("| " + " | ".join(cell(one) for one in line) + " |\n" for line in table) + "\n"


def thresholds(silence):
    lines = [(row["clock"], ", ".join(row.get("services", ["any"])), row["level"].replace("_", " "),
              str(row["from_days"]), row["says"], f"{row['source']} ({row['authority']}, {row['date'] or 'undated'})")
             for row in silence["thresholds"]]
    quiet, kept = silence["not_scanned"], silence["records_kept"]
    lines.append((", ".join(quiet["clocks"]), ", ".join(quiet["services"]), "unknown", "", quiet["says"],
                  f"{quiet['source']} ({quiet['authority']}, undated)"))
    lines.append(("records kept", "any", "", str(kept["from_days"]), kept["says"],
                  f"{kept['source']} ({kept['authority']}, undated)"))
    return rows(("clock", "service", "level", "from day", "what the source says", "source"), lines)


def page():
    advice, silence, words = read("src/postal/data/advice.json"), read("src/postal/data/silence.json"), read(
        "src/app/words/en.json")
    text = ("# Advice\n\nMade from `src/postal/data/advice.json`, `silence.json` and `src/app/words/en.json` by\n"
            "`python3 cmake/advice_document.py --write`; a test fails when it is stale.\n\n" + advice["about"] + "\n\n")
    for kind, title in KINDS.items():
        lines = [(rule["id"], " **or** ".join(condition(when) for when in rule["when"]),
                  sentence(words["advise_" + rule["id"]]), rule["source"])
                 for rule in advice["rules"] if rule["kind"] == kind]
        text += f"## {title}\n\n" + rows(("rule", "when", "sentence", "source"), lines)
    groups = [(name, ", ".join(stages)) for name, stages in advice["stage_groups"].items()]
    text += "## Stages named together\n\n" + rows(("name", "stages"), [*groups, ("open", "all that are not closed")])
    text += "## Signs\n\n" + rows(("sign", "meaning"), advice["signs"].items())
    text += "## Silence\n\n" + silence["about"] + "\n\n" + thresholds(silence)
    text += "## Sources\n\n" + rows(("name", "source"), advice["sources"].items())
    return text.rstrip() + "\n"


def main():
    rules = ["advise_" + rule["id"] for rule in read("src/postal/data/advice.json")["rules"]]
    ids = list(read("src/app/words/en.json"))
    if rules[0] not in ids or ids[ids.index(rules[0]):][:len(rules)] != rules:
        sys.exit("advice_document.py: the sentences advise_* do not stand together in the order of the rules")
    if sys.argv[1:] == ["--write"]:
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
    elif sys.argv[1:] != ["--check"]:
        sys.exit(__doc__)
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page():
        sys.exit("docs/advice.md is stale: python3 cmake/advice_document.py --write")


if __name__ == "__main__":
    main()
