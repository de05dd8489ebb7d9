"""A quiz that measures before and after, and its results as an editor reads them."""

import re

import pytest
from django.urls import reverse

from tests.quiz.counted import attempted, measuring


@pytest.fixture
def measured(quiz):
    """The version of the quiz that asks two questions before and after, and an intention in between."""
    return measuring(quiz)


@pytest.fixture
def pairs(measured):
    """So many people who answered the first question so before and so after: `pairs(30, "1", "2")`."""

    def make(many: int, before: str, after: str, **more) -> None:
        for _ in range(many):
            attempted(measured, [before, "1+3", "1", after, "1+3"], **{"is_finished": True, **more})

    return make


@pytest.fixture
def results(client, regional_editor):
    """The text of the screen, without tags: `results(quiz, groepen=4)`."""
    client.force_login(regional_editor)

    def read(quiz, **asked) -> str:
        response = client.get(reverse("wagtailsnippets_quiz_quiz:results", args=[quiz.pk]), asked)
        assert response.status_code == 200
        main = response.content.decode().split('<div class="figures">')[1]
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main)).replace(" .", ".").replace(" :", ":")

    return read
