"""A page is for everybody or not published: page privacy could not keep its word here, so it is not offered."""

import pytest
from wagtail.models import PageViewRestriction, get_page_models

pytestmark = pytest.mark.once

OURS = [model for model in get_page_models() if model.__module__.startswith(("campagne", "home"))]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_no_kind_of_page_can_be_shut(model):
    assert model.private_page_options == []


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_a_post_by_hand_shuts_no_page(client, home, regional_editor, kind):
    client.force_login(regional_editor)
    address = f"/beheer/pages/{home.pk}/privacy/"

    offered = client.get(address).content.decode()
    client.post(address, {"restriction_type": kind, "password": "geheim", "groups": []})

    assert f'value=\\"{kind}\\"' not in offered
    assert not PageViewRestriction.objects.exists()
