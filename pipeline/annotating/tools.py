"""The annotation tools by name."""

from collections.abc import Mapping

from pipeline.annotating import doccano, label_studio, prodigy
from pipeline.annotating.formats import Format

TOOLS: Mapping[str, Format] = {
    "label-studio": label_studio.FORMAT,
    "doccano": doccano.FORMAT,
    "prodigy": prodigy.FORMAT,
}
