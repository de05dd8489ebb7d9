"""Every text of every kind of page is found: a word planted in a field, a block or a row leads to its page."""

import pytest
from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models

from campagne.report_guide.models import IncidentTypePage
from home.search.keeping import searched_pages
from home.search.texts import NOT_READ, text_fields, texts_of, weighed

TYPES = [model for model in get_page_models() if model is not Page]
# What a reader never sees as words: for the presenter of a group alone, and how a thing is drawn.
HIDDEN = {"guidance"}


def word_number(number: int) -> str:
    """A word like no other, of letters alone."""
    return "plant" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}")


class Gardener:
    """Makes values with a new word in every place that takes words."""

    def __init__(self) -> None:
        self.planted: dict[str, str] = {}

    def plant(self, where: str) -> str:
        word = word_number(len(self.planted))
        self.planted[word] = where
        return word

    def in_block(self, block: blocks.Block, where: str):
        """The raw value of a block; None for what takes no words."""
        match block:
            case blocks.StreamBlock():
                return [
                    {"type": name, "value": self.in_block(child, f"{where}.{name}")}
                    for name, child in block.child_blocks.items()
                ]
            case blocks.StructBlock():
                return {
                    name: self.in_block(child, f"{where}.{name}")
                    for name, child in block.child_blocks.items()
                    if name not in HIDDEN
                }
            case blocks.ListBlock():
                return [{"type": "item", "id": where, "value": self.in_block(block.child_block, where)}]
            case blocks.RichTextBlock():
                return f"<p>{self.plant(where)}</p>"
            case blocks.CharBlock() | blocks.TextBlock():
                return self.plant(where)
        return None

    def in_model(self, thing: models.Model) -> models.Model:
        for field in text_fields(type(thing)):
            where = f"{type(thing).__name__}.{field.name}"
            if isinstance(field, StreamField):
                raw = self.in_block(field.stream_block, where)
                setattr(thing, field.name, field.stream_block.to_python(raw))
            else:
                setattr(thing, field.name, self.plant(where))
        return thing


@pytest.mark.django_db
@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)
def test_every_text_of_a_page_is_read(model):
    gardener = Gardener()
    page = gardener.in_model(model())
    for relation in get_all_child_relations(model):
        row = relation.related_model()
        if text_fields(type(row)):
            getattr(page, relation.get_accessor_name()).add(gardener.in_model(row))

    forms = {form for form, _ in weighed(texts_of(page)).values()}

    assert {where for word, where in gardener.planted.items() if word not in forms} == set()
    assert len(gardener.planted) >= 3


@pytest.mark.once
def test_no_field_with_words_is_left_out_by_a_list():
    """Whoever names another field here has thought about it."""
    assert {"draft_title", "path", "url_path", "content_type", "locale"} == NOT_READ


@pytest.mark.django_db
def test_planted_words_lead_to_their_page(client, article, read):
    planted = {word_number(number): f"Pagina {number}" for number in range(3)}
    for word, title in planted.items():
        article(title, body=f"<p>{word}</p>")
    read()

    for word, title in planted.items():
        hits = client.get("/zoeken/", {"q": word}).context_data["findings"].hits
        assert [hit.title for hit in hits] == [title]


@pytest.mark.django_db
def test_every_kind_of_page_is_searched(home):
    assert set(searched_pages().values_list("pk", flat=True)) == set(
        Page.objects.live().filter(depth__gt=1).values_list("pk", flat=True)
    )
    assert IncidentTypePage in TYPES
