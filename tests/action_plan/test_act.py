import pytest
from django.core.exceptions import ValidationError

from campagne.action_plan.models import PlanAct

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("steps", "is_good"),
    [
        pytest.param("Doe het.", True, id="one"),
        pytest.param("\n Kijk. \n\n Doe het.\n", True, id="empty lines do not count"),
        pytest.param(" \n", False, id="none"),
        pytest.param("\n".join("abcdefg"), False, id="seven"),
    ],
)
def test_an_act_has_one_to_six_steps(steps, is_good):
    act = PlanAct(steps=steps)

    if is_good:
        act.clean()
        assert act.step_list[-1] == "Doe het."
    else:
        with pytest.raises(ValidationError, match="één tot zes"):
            act.clean()
