"""Other words: a region begins with some, editors change them, and a municipality's count on its own pages."""

import pytest
from django.core.exceptions import ValidationError

from home.search.models import SynonymSet
from home.search.synonyms import FIRST, put_first_synonyms

pytestmark = pytest.mark.django_db


def test_a_new_region_begins_with_other_words_and_keeps_what_editors_made_of_them(home):
    assert SynonymSet.objects.count() == len(FIRST)
    SynonymSet.objects.exclude(expressions__contains="sirene").delete()

    assert put_first_synonyms() == 0
    assert SynonymSet.objects.count() == 1


def test_the_first_ones_are_as_editors_may_write_them(home):
    for each in SynonymSet.objects.all():
        each.full_clean()


@pytest.mark.parametrize(
    "expressions", ["bank", "bank\nbanken", "\n".join(f"woord{letter}" for letter in "abcdefghijklm")]
)
def test_fewer_than_two_words_or_too_many_are_refused_with_what_was_found(expressions):
    with pytest.raises(ValidationError, match="verschillende woorden"):
        SynonymSet(expressions=expressions).full_clean()


def test_a_page_is_found_by_what_people_call_it(client, article, read):
    article("Een gewone titel", body="<p>De nepbankmedewerker belt.</p>")
    SynonymSet.objects.create(expressions="kraker\nnepbankmedewerker")
    read()

    hits = client.get("/zoeken/", {"q": "krakers"}).context_data["findings"].hits

    assert [hit.title for hit in hits] == ["Een gewone titel"]


def test_of_a_municipality_counts_on_its_own_pages_alone(client, stein, article, read):
    article("Van de regio", body="<p>wijkcentrum</p>")
    SynonymSet.objects.create(expressions="huiskamer\nwijkcentrum", municipality=stein)
    read()

    assert client.get("/zoeken/", {"q": "huiskamer"}).context_data["findings"].hits == []
