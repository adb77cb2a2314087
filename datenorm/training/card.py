"""The model card: what a bundle's README.md says, from its config.json and metrics.json alone."""

from collections.abc import Mapping
from typing import Any

TEMPLATE = """\
# A datenorm model

Reads a date as people write it, in any language, and spells it in ISO 8601. Run by `datenorm translate --model DIR`.

## What it is
- Architecture `{architecture}`: characters in, one of 13 symbols out at each step; {units} units,
  embedding of {embedding}.
- Knows {characters:,} characters and {languages} languages. Texts are at most 96 characters after clean-up.
- Files: `encoder.onnx` and `decoder.onnx` are what is run; `weights.safetensors` holds the same weights under their
  names. Nothing in the bundle is code. `manifest.json` has the SHA-256 of every file.

## How it was made
- Data: {data}.
- {examples:,} training pairs in batches of {batch}, seed {seed}, peak learning rate {learning_rate:g}, guided
  alignment {guided:g}.
- Command: `{command}`
- Date: {date}

## What was measured
{figures}

## Limits
- The Gregorian calendar only. Two-digit years are spelled as two digits; code outside the model finds the century.
- `03/04/2015` has two readings; without the order hint the model weighs them as its training data did.
- Names of months and layouts of dates come from the Unicode CLDR and from lists of what people write; a language or a
  layout that neither has is read badly or not at all.
- The alignment shows where attention lay. It is trained to lie on the characters of the field being written; it proves
  nothing about why an answer was given.
"""


def card(config: Mapping[str, Any], metrics: Mapping[str, Any]) -> str:
    """Return the model card of a bundle with this config.json and metrics.json."""
    training = config["training"]
    vocabulary = config["vocabulary"]
    return TEMPLATE.format(
        architecture=config["architecture"],
        units=config["units"],
        embedding=config["embedding"],
        characters=len(vocabulary["characters"]),
        languages=len(vocabulary["languages"]),
        data=_data(training),
        examples=metrics.get("examples", training["examples"]),
        batch=training["batch"],
        seed=training["seed"],
        learning_rate=training["learning_rate"],
        guided=training["guided"],
        command=training["command"] or "not recorded",
        date=training["date"] or "not recorded",
        figures="\n".join(_figures(metrics)) or "Nothing yet.",
    )


def _data(training: Mapping[str, Any]) -> str:
    locales = ", ".join(training["locales"]) or "all of Babel's"
    generated = f"pairs generated for the locales {locales}, noise on {training['noise']:.0%} of them"
    if training["data"] is None:
        return generated
    if not training["from_bundle"]:
        return "the user's pairs"
    return f"the user's pairs, fine-tuned from another bundle; a share of {training['replay']:.0%} are {generated}"


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
