"""The model card: what a bundle's README.md says, from its config.json and metrics.json alone."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from datenorm.dates.written import LANGUAGES, VERSIONS
from datenorm.network.bundle import to_json

EVALUATIONS = "evaluations"  # in metrics.json: reports of `datenorm evaluate --record`, by name
GROUP, WORST = 50, 10  # rows a group must have to tell anything, and how many of the worst are kept
SHOWN = ("rows", "right", "wrong", "refused", "ambiguous")  # columns of the card

TEMPLATE = """\
# A datenorm model

Reads a date as people write it, in any language, and spells it in ISO 8601. Run by `datenorm translate --model DIR`.

## What it is
- Architecture `{architecture}`: characters in, one of {symbols} symbols out at each step; {units} units,
  {embedding}.{roles}
- Knows {characters:,} characters and {languages} languages. Texts are at most 96 characters after clean-up.
- Files: `encoder.onnx` and `decoder.onnx` are what is run; `weights.safetensors` holds the same weights under their
  names. Nothing in the bundle is code. `manifest.json` has the SHA-256 of every file.

## How it was made
{runs}

## What was measured
{figures}

## Limits
- The Gregorian calendar only: code outside the model turns Japanese, Minguo and Buddhist years into common ones, and
  finds the century of a two-digit year.
- `03/04/2015` has two readings; without the order hint the model weighs them as its training data did.
- Names of months and layouts of dates come from the Unicode CLDR and from lists of what people write; a language or a
  layout that neither has is read badly or not at all.
- The alignment shows where attention lay. It is trained to lie on the characters of the field being written; it proves
  nothing about why an answer was given.
"""

EXPLANATION = """\
Each text gets the right date, a wrong one, none (refused), or several readings of which none is picked (ambiguous). A
text that is no date is right if it gets none. `metrics.json` has the other figures: exact match of the likeliest
reading, calibration error, alignment accuracy, the worst locales, and what remains at each `--min-confidence`. In
generated rows a date beside a bound, a circa or another number is a date; such rows are refused."""


def card(config: Mapping[str, Any], metrics: Mapping[str, Any]) -> str:
    """Return the model card of a bundle with this config.json and metrics.json."""
    own = {key: value for key, value in metrics.items() if key not in (EVALUATIONS, "examples")}
    figures = ["\n".join(_figures(own)), _table(metrics.get(EVALUATIONS, {}))]
    vocabulary = config["vocabulary"]
    language = LANGUAGES[VERSIONS[config["automaton_version"]]]()
    roles = config.get("roles", ())
    return TEMPLATE.format(
        architecture=config["architecture"],
        symbols=len(language.symbols),
        roles=f" A second output names one of {len(roles)} roles for each character." if roles else "",
        units=config["units"],
        embedding=f"embedding of {width}" if (width := config["embedding"]) else "characters one-hot",
        characters=len(vocabulary["characters"]),
        languages=len(vocabulary["languages"]),
        runs="\n".join(_runs(config)),
        figures="\n\n".join(filter(None, figures)) or "Nothing yet.",
    )


def with_evaluation(contents: Mapping[str, bytes], name: str, report: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the files of a bundle that change when an evaluation's report is put into its card as `name`.

    report: of `datenorm.evaluation.report.Report.to_dict`; of its groups the worst are kept.
    """
    metrics = json.loads(contents["metrics.json"])
    kept = {**report, "groups": [group for group in report.get("groups", ()) if group["rows"] >= GROUP]}
    kept["groups"] = sorted(kept["groups"], key=lambda group: group["exact_match"])[:WORST]
    metrics.setdefault(EVALUATIONS, {})[name] = kept
    written = card(json.loads(contents["config.json"]), metrics)
    return {"metrics.json": to_json(metrics), "README.md": written.encode()}


def _table(evaluations: Mapping[str, Mapping[str, Any]]) -> str:
    """Return what a user gets of each sample as a Markdown table."""
    if not evaluations:
        return ""
    lines = [["sample", *SHOWN], ["---", *["--:"] * len(SHOWN)]]
    lines += [
        [name, *(_shown(figures.get(column)) for column in SHOWN)] for name, figures in evaluations.items()
    ]
    return f"{_markdown(lines)}\n\n{EXPLANATION}"


def _markdown(lines: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _shown(figure: Any) -> str:
    if isinstance(figure, float):
        return f"{figure:.2%}"
    return "-" if figure is None else f"{figure:,}"


def _data(training: Mapping[str, Any]) -> str:
    named = ", ".join(training["locales"])
    locales = f"the locales {named}" if named else "all of Babel's locales"
    kinds = (
        " of all that people write"
        if training.get("everything") or training.get("targets") == "texts"
        else ""
    )
    generated = f"pairs{kinds} generated for {locales}, noise on {training['noise']:.0%} of them"
    if training["data"] is None:
        return generated
    if not training["from_bundle"]:
        return "the user's pairs"
    return f"the user's pairs, fine-tuned from another bundle; a share of {training['replay']:.0%} are {generated}"


def _runs(config: Mapping[str, Any]) -> list[str]:
    """Return what is known of each training that the weights come from, the oldest first."""
    first, *later = map(_run, [*config.get("before", ()), config["training"]])
    return [f"- {first}", *(f"- Then {run}" for run in later)]


def _run(training: Mapping[str, Any]) -> str:
    return f"""\
{training["examples"]:,} training pairs in batches of {training["batch"]:,}, seed {training["seed"]}, \
peak learning rate {training["learning_rate"]:g}, guided alignment {training["guided"]:g}{_roles(training)}.
  - Data: {_data(training)}.
  - {_made(training)}
  - Date: {training["date"] or "not recorded"}"""


def _roles(training: Mapping[str, Any]) -> str:
    """Return the weight of the second output, and what is learned to be written where that is more than dates."""
    roles = f", roles {weight:g}" if (weight := training.get("roles")) else ""
    return f"{roles}, targets `texts`" if training.get("targets") == "texts" else roles


def _made(training: Mapping[str, Any]) -> str:
    """Return the command of a training, or in words how it was run where no one command did.

    >>> _made({"command": "datenorm train --out dates"}), _made({"command": "", "how": "two commands on one GPU"})
    ('Command: `datenorm train --out dates`', 'How: two commands on one GPU')
    """
    if training["command"]:
        return f"Command: `{training['command']}`"
    return f"How: {training.get('how') or 'not recorded'}"


def _figures(metrics: Mapping[str, Any], name: str = "") -> list[str]:
    """Return every number in `metrics` as one line; those of groups under the group's name."""
    lines = []
    for key, value in metrics.items():
        label = f"{name}, {key}" if name else key
        label = label.replace("_", " ")
        if isinstance(value, Mapping):
            lines += _figures(value, label)
        elif isinstance(value, float) and 0 <= value <= 1:
            lines.append(f"- {label}: {value:.2%}")
        elif isinstance(value, (int, float)):
            lines.append(f"- {label}: {value:,}")
    return lines
