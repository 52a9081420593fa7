"""Annotations that other programs made: read in, placed by their words, kept as remarks."""

from workbench.annotations.files import read_annotations
from workbench.annotations.placing import Placed, place_all, take_in, unplaced
from workbench.annotations.values import Annotation, Collection

__all__ = ["Annotation", "Collection", "Placed", "place_all", "read_annotations", "take_in", "unplaced"]
