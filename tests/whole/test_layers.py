"""Imports are guarded by import-linter; relations, which may be written as strings, are guarded here."""

import tomllib
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
HEIGHT = {
    package.strip().removeprefix("campagne."): -depth
    for depth, layer in enumerate(CONTRACTS[0]["layers"])
    for package in layer.split("|")
}


def our_models():
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in HEIGHT]


def test_relations_point_downwards():
    upward = [
        f"{field.model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in our_models()
        for field in model._meta.get_fields(include_parents=False)
        if field.concrete and field.is_relation and field.related_model
        if (theirs := field.related_model._meta.app_label) != (ours := model._meta.app_label)
        if theirs in HEIGHT and HEIGHT[theirs] >= HEIGHT[ours]
    ]

    assert upward == []


def test_every_app_of_ours_has_a_layer():
    ours = {
        app.label for app in apps.get_app_configs() if Path(app.path).is_relative_to(ROOT) and ".venv" not in app.path
    }

    assert ours <= HEIGHT.keys()


def test_no_app_takes_a_label_of_django():
    assert "sessions" not in HEIGHT
