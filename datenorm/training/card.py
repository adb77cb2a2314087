"""The model card: what a bundle's README.md says, from its config.json and metrics.json alone."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from datenorm.bundle import to_json
from datenorm.evaluation import Figures

EVALUATIONS = "evaluations"  # in metrics.json: reports of `datenorm evaluate --record`, by name
GROUP, WORST = 50, 10  # rows a group must have to tell anything, and how many of the worst are shown

TEMPLATE = """\
# A datenorm model

Reads a date as people write it, in any language, and spells it in ISO 8601. Run by `datenorm translate --model DIR`.

## What it is
- Architecture `{architecture}`: characters in, one of 13 symbols out at each step; {units} units,
  {embedding}.
- Knows {characters:,} characters and {languages} languages. Texts are at most 96 characters after clean-up.
- Files: `encoder.onnx` and `decoder.onnx` are what is run; `weights.safetensors` holds the same weights under their
  names. Nothing in the bundle is code. `manifest.json` has the SHA-256 of every file.

## How it was made
- Data: {data}.
- {examples:,} training pairs in batches of {batch}, seed {seed}, peak learning rate {learning_rate:g}, guided
  alignment {guided:g}.
- {made}.
- Date: {date}
{before}
## What was measured
{figures}
{evaluations}

## Limits
- The Gregorian calendar only: code outside the model turns Japanese, Minguo and Buddhist years into common ones, and
  finds the century of a two-digit year.
- `03/04/2015` has two readings; without the order hint the model weighs them as its training data did.
- Names of months and layouts of dates come from the Unicode CLDR and from lists of what people write; a language or a
  layout that neither has is read badly or not at all.
- The alignment shows where attention lay. It is trained to lie on the characters of the field being written; it proves
  nothing about why an answer was given.
"""


def card(config: Mapping[str, Any], metrics: Mapping[str, Any]) -> str:
    """Return the model card of a bundle with this config.json and metrics.json."""
    training = config["training"]
    own = {key: value for key, value in metrics.items() if key != EVALUATIONS}
    vocabulary = config["vocabulary"]
    return TEMPLATE.format(
        architecture=config["architecture"],
        units=config["units"],
        embedding=f"embedding of {width}" if (width := config["embedding"]) else "characters one-hot",
        characters=len(vocabulary["characters"]),
        languages=len(vocabulary["languages"]),
        data=_data(training),
        examples=metrics.get("examples", training["examples"]),
        batch=training["batch"],
        seed=training["seed"],
        learning_rate=training["learning_rate"],
        guided=training["guided"],
        made=_made(training),
        date=training["date"] or "not recorded",
        before="".join(f"- Before that: {_before(one)}.\n" for one in config.get("before", ())),
        figures="\n".join(_figures(own)) or "Nothing yet.",
        evaluations=_table(metrics.get(EVALUATIONS, {})),
    )


def with_evaluation(contents: Mapping[str, bytes], name: str, report: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the files of a bundle that change when an evaluation's report is put into its card as `name`.

    report: of `evaluation.Report.to_dict`; of its groups the worst are kept.
    """
    metrics = json.loads(contents["metrics.json"])
    kept = {**report, "groups": [group for group in report.get("groups", ()) if group["rows"] >= GROUP]}
    kept["groups"] = sorted(kept["groups"], key=lambda group: group["exact_match"])[:WORST]
    metrics.setdefault(EVALUATIONS, {})[name] = kept
    written = card(json.loads(contents["config.json"]), metrics)
    return {"metrics.json": to_json(metrics), "README.md": written.encode()}


def _table(evaluations: Mapping[str, Mapping[str, Any]]) -> str:
    """Return evaluations as a Markdown table, one to a row."""
    if not evaluations:
        return ""
    columns = [field.name for field in fields(Figures)]
    lines = [["sample", *(column.replace("_", " ") for column in columns)], ["---", *["--:"] * len(columns)]]
    lines += [
        [name, *(_shown(figures.get(column)) for column in columns)] for name, figures in evaluations.items()
    ]
    return f"""
{_markdown(lines)}

Exact match: the likeliest reading is the truth. Right, wrong, refused and ambiguous are what a user gets of all texts,
and sum to 100 %. Calibration error: expected, in 15 bins. Alignment accuracy: digits of right answers whose strongest
attention lies on their own field.
{_risks(evaluations)}{_worst(evaluations)}"""


def _risks(evaluations: Mapping[str, Mapping[str, Any]]) -> str:
    """Return coverage and risk at the thresholds of confidence as a Markdown table."""
    known = {
        name: report["risk_coverage"] for name, report in evaluations.items() if report.get("risk_coverage")
    }
    if not known:
        return ""
    thresholds = [f"{point['min_confidence']:g}" for point in next(iter(known.values()))]
    lines = [["`--min-confidence`", *thresholds], ["---", *["--:"] * len(thresholds)]]
    lines += [
        [name, *(f"{_shown(point['coverage'])}, {_shown(point['risk'])}" for point in points)]
        for name, points in known.items()
    ]
    return f"""
{_markdown(lines)}

Coverage and risk: the texts that get a date of at least that confidence, and how many of these dates are wrong.
"""


def _worst(evaluations: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the worst groups of each evaluation that has groups, a line each."""
    lines = [
        f"- Worst {WORST} by {report['by']}, {name}: "
        + ", ".join(
            f"{group[report['by']] or '-'} {_shown(group['exact_match'])}" for group in report["groups"]
        )
        + "."
        for name, report in evaluations.items()
        if report.get("groups")
    ]
    return "\n" + "\n".join(lines) + "\n" if lines else ""


def _markdown(lines: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _shown(figure: Any) -> str:
    if isinstance(figure, float):
        return f"{figure:.2%}"
    return "-" if figure is None else f"{figure:,}"


def _data(training: Mapping[str, Any]) -> str:
    locales = ", ".join(training["locales"]) or "all of Babel's"
    generated = f"pairs generated for the locales {locales}, noise on {training['noise']:.0%} of them"
    if training["data"] is None:
        return generated
    if not training["from_bundle"]:
        return "the user's pairs"
    return f"the user's pairs, fine-tuned from another bundle; a share of {training['replay']:.0%} are {generated}"


def _before(training: Mapping[str, Any]) -> str:
    rate, date = training["learning_rate"], training["date"] or "date not recorded"
    return (
        f"{training['examples']:,} pairs in batches of {training['batch']:,}, seed {training['seed']}, "
        f"peak learning rate {rate:g}. {_made(training)}. Date: {date}"
    )


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
