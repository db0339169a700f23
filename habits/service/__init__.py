"""The use cases: what can be done with rapport, one function each.

A function that changes something returns the `Change`: what came, what went, and the inverse. Each
module is imported when the first of its names is asked for, so that nobody pays for what others do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.on_demand import names_from

if TYPE_CHECKING:
    from habits.service.acts import fill, log, passed_over, preview, redo, undo
    from habits.service.aiming import aim, is_to_be_aimed, set_intentions
    from habits.service.calendars import Calendar, calendar, calendar_text, write_calendar
    from habits.service.closing import (
        answer_close,
        is_to_be_closed,
        reopen_close,
        sharpen_stub,
        week_close,
    )
    from habits.service.contacts import coverage, look_back, said_last
    from habits.service.deciding import change_promise, keep_promise, retire_promise
    from habits.service.held import about, export_path, held_text, write_export
    from habits.service.intended import intentions
    from habits.service.leaving import come_back, leave
    from habits.service.lexicon import vocabulary, vocabulary_after
    from habits.service.logbook import Logbook, found
    from habits.service.looking_back import (
        PAPERS,
        Kind,
        LookBack,
        look_back_on,
        on_paper,
        paper,
        write_look_back,
    )
    from habits.service.looks import (
        entries,
        follow_ups,
        habit_row,
        habits,
        handles,
        labels,
        names,
        next_pause,
        pauses,
        rows,
        to_be_started,
        today,
        touched,
        words_of,
    )
    from habits.service.many import log_many
    from habits.service.mending import (
        amend_entry,
        delete_entry,
        edit_entry,
        find_entry,
        line_of,
        redate_entry,
        require_entry,
    )
    from habits.service.merging import may_be_meant, merge_people
    from habits.service.offers import Offer, catalogue, require_offer, switch_on
    from habits.service.outlook import (
        add_follow_up,
        north_star,
        north_stars,
        promise_line,
        promise_proposed,
        proposed,
        require_proposing,
        set_north_star,
    )
    from habits.service.packets import (
        FORMATS,
        Evidence,
        Wishes,
        evidence,
        packet_text,
        require_free,
        write_packet,
    )
    from habits.service.person_page import person_page
    from habits.service.practices import (
        PracticeEdit,
        archive_practice,
        choose_practices,
        edit_practice,
        start_practice,
    )
    from habits.service.privacy import (
        anonymise_person,
        erase_person,
        erased_last,
        reach_of_anonymising,
        reach_of_erasing,
    )
    from habits.service.promised import (
        finish_follow_up,
        move_follow_up,
        open_follow_up,
        require_follow_up,
        reword_follow_up,
    )
    from habits.service.promises import (
        Edit,
        Promise,
        add_habit,
        archive_habit,
        edit_habit,
        require_habit,
        restore_habit,
        skip_habit,
    )
    from habits.service.remarks import add_remark, forget_remark, reword_remark
    from habits.service.rests import (
        Scope,
        pause,
        pauses_to_come,
        require_person,
        resume,
        withdraw_pause,
    )
    from habits.service.roster import add_people, add_person, edit_person, people, require_names
    from habits.service.settings import set_setting
    from habits.service.streaks import acts_on, practice_weeks, streak_review, years_of
    from habits.service.upkeep import PastAct, backup, check, checkpoint, history, restore
    from habits.service.workspace import Workspace, look, open_workspace

__all__ = [
    "FORMATS", "PAPERS", "Calendar", "Edit", "Evidence", "Kind", "Logbook", "LookBack", "Offer",
    "PastAct", "PracticeEdit", "Promise", "Scope", "Wishes", "Workspace", "about", "acts_on",
    "add_follow_up", "add_habit", "add_people", "add_person", "add_remark", "aim", "amend_entry",
    "anonymise_person", "answer_close", "archive_habit", "archive_practice", "backup", "calendar",
    "calendar_text", "catalogue", "change_promise", "check", "checkpoint", "choose_practices",
    "come_back", "coverage", "delete_entry", "edit_entry", "edit_habit", "edit_person",
    "edit_practice", "entries", "erase_person", "erased_last", "evidence", "export_path", "fill",
    "find_entry", "finish_follow_up", "follow_ups", "forget_remark", "found", "habit_row",
    "habits", "handles", "held_text", "history", "intentions", "is_to_be_aimed",
    "is_to_be_closed", "keep_promise", "labels", "leave", "line_of", "log", "log_many", "look",
    "look_back", "look_back_on", "may_be_meant", "merge_people", "move_follow_up", "names",
    "next_pause", "north_star", "north_stars", "on_paper", "open_follow_up", "open_workspace",
    "packet_text", "paper", "passed_over", "pause", "pauses", "pauses_to_come", "people",
    "person_page", "practice_weeks", "preview", "promise_line", "promise_proposed", "proposed",
    "reach_of_anonymising", "reach_of_erasing", "redate_entry", "redo", "reopen_close",
    "require_entry", "require_follow_up", "require_free", "require_habit", "require_names",
    "require_offer", "require_person", "require_proposing", "restore", "restore_habit", "resume",
    "retire_promise", "reword_follow_up", "reword_remark", "rows", "said_last", "set_intentions",
    "set_north_star", "set_setting", "sharpen_stub", "skip_habit", "start_practice",
    "streak_review", "switch_on", "to_be_started", "today", "touched", "undo", "vocabulary",
    "vocabulary_after", "week_close", "withdraw_pause", "words_of", "write_calendar",
    "write_export", "write_look_back", "write_packet", "years_of",
]  # fmt: skip

__getattr__ = names_from(
    __name__,
    {
        "aiming": "aim is_to_be_aimed set_intentions",
        "calendars": "Calendar calendar calendar_text write_calendar",
        "closing": "answer_close is_to_be_closed reopen_close sharpen_stub week_close",
        "contacts": "coverage look_back said_last",
        "deciding": "change_promise keep_promise retire_promise",
        "intended": "intentions",
        "leaving": "come_back leave",
        "acts": "fill log passed_over preview redo undo",
        "held": "about export_path held_text write_export",
        "lexicon": "vocabulary vocabulary_after",
        "logbook": "Logbook found",
        "looking_back": "PAPERS Kind LookBack look_back_on on_paper paper write_look_back",
        "looks": "entries follow_ups habit_row habits handles labels names next_pause pauses rows "
        "to_be_started today touched words_of",
        "mending": "amend_entry delete_entry edit_entry find_entry line_of redate_entry "
        "require_entry",
        "many": "log_many",
        "merging": "may_be_meant merge_people",
        "offers": "Offer catalogue require_offer switch_on",
        "outlook": "add_follow_up north_star north_stars promise_line promise_proposed proposed "
        "require_proposing set_north_star",
        "promised": "finish_follow_up move_follow_up open_follow_up require_follow_up "
        "reword_follow_up",
        "person_page": "person_page",
        "packets": "FORMATS Evidence Wishes evidence packet_text require_free write_packet",
        "practices": "PracticeEdit archive_practice choose_practices edit_practice start_practice",
        "remarks": "add_remark forget_remark reword_remark",
        "roster": "add_people add_person edit_person people require_names",
        "privacy": "anonymise_person erase_person erased_last reach_of_anonymising "
        "reach_of_erasing",
        "promises": "Edit Promise add_habit archive_habit edit_habit require_habit restore_habit "
        "skip_habit",
        "rests": "Scope pause pauses_to_come require_person resume withdraw_pause",
        "settings": "set_setting",
        "streaks": "acts_on practice_weeks streak_review years_of",
        "upkeep": "PastAct backup check checkpoint history restore",
        "workspace": "Workspace look open_workspace",
    },
)
