"""主线：一份计划进来，立账、交办、上报、别人核、销号，一步步在真浏览器里走，读页面上写着什么。

The main job in its log-ins, in a real browser: a plan goes in; accounts are opened, delivered, verified by somebody
else, and closed. One county, one story; every step reads what the page says before the next is taken.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests import serving
from tests.stories import closing, counting, delivering, opening
from tests.stories.person import people

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

ALSO_TEAM = """
import django; django.setup()
from taizhang.store import clock, registry
registry.grant("clerk2", "team", since=clock.today(), by=registry.SYSTEM, at=clock.now())
"""
"""In a small county one person sits in the office and in the supervision team; the demonstration has nobody so."""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[serving.Served]:
    """The demonstration county on a database of its own: the story writes in it."""
    folder = tmp_path_factory.mktemp("county")
    home = {name: value for name, value in os.environ.items() if name != "TAIZHANG_DATABASE"}
    home["TAIZHANG_HOME"] = str(folder / "home")
    for command in (["-m", "taizhang", "demo"], ["-c", ALSO_TEAM]):
        subprocess.run([sys.executable, *command], env=home, check=True, capture_output=True)
    with serving.serve(folder, "serve") as running:
        yield running


def test_from_a_plan_to_a_closed_account(county: serving.Served, browser: Browser) -> None:
    with people(browser, county.url, "clerk", "clerk2", "forest", "house", "verify") as everybody:
        clerk, both, forest, house, team = everybody

        opening.the_plan_is_read_and_shown_repaired(clerk)
        opening.every_proposal_has_its_highlight(clerk)
        opening.one_is_accepted(clerk)
        opening.one_is_edited(clerk)
        opening.one_is_merged_and_one_discarded(clerk)
        opening.many_get_unit_leader_and_date_at_once(clerk)
        opening.accounts_are_opened_after_a_preview(clerk)
        opening.many_are_assigned_at_once(clerk)
        opening.the_source_shows_raw_beside_repaired(clerk)
        opening.an_order_goes_out_on_paper(clerk)

        delivering.one_unit_accepts_and_another_declines(forest, house, clerk)
        delivering.reports_carry_evidence(forest)
        delivering.no_change_takes_one_click(forest)
        delivering.figures_only_grow(forest)
        delivering.the_account_is_submitted(forest)
        delivering.who_reported_cannot_verify(forest)
        delivering.the_team_verifies_part_and_returns_the_rest(team)
        delivering.the_unit_delivers_again(forest, team)

        closing.no_closing_before_it_is_covered(clerk)
        closing.a_leader_waives_on_paper(clerk)
        closing.who_recorded_cannot_verify(both, team)
        closing.the_account_is_closed_with_a_seal(clerk)
        closing.mid_year_figures_are_brought_forward(clerk)

        counting.figures_of_the_story(clerk)
        counting.every_figure_of_the_board_opens_its_rows(clerk)
        counting.a_measure_adds_up_to_its_rows(clerk)
        counting.the_board_is_exported(clerk)
        counting.english_is_one_click_away(clerk)

    assert "Traceback" not in county.log.read_text("utf-8")
