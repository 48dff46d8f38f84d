"""The tables of what to ask, of whom and until when: enquiry.json -> constexpr tables.

Used by tables.py. A stage without a subject, a period without a source or an unknown name stops the build with one
sentence.
"""

from tables_common import Pool, enumeration, fail, header, identifier, quoted
from tables_journey import SERVICES, asserted, mask

HOLDERS = ["unknown", "sender", "origin_post", "export_customs", "carriage", "border", "import_customs",
           "destination_post", "handed_over"]
ASKED = ["sender", "origin_post", "destination_post", "customs"]
KINDS = ["accepted", "answered"]
COUNTED = ["posting", "day_after_posting", "enquiry"]
ASKERS = ["unsaid", "sender", "both"]
STANDINGS = ["stated", "published_long_ago", "older_page"]
MOST_ASKED = 3


def enquiry_subjects_header(enquiry):
    subjects = [subject["id"] for subject in enquiry["subjects"]]
    notes = [note["id"] for note in enquiry["notes"]]
    body = ("{\n\n" + enumeration("EnquirySubject", subjects)
            + f"inline constexpr int enquiry_subject_count = {len(subjects)};\n\n" + enumeration("EnquiryNoteId", notes)
            + f"inline constexpr int enquiry_note_count = {len(notes)};\n")
    return header("enquiry.json", body)


def one_of(name, known, what):
    if name not in known:
        fail(f"enquiry: unknown {what} '{name}'")
    return name


def country_letters(row, key="country"):
    code = row.get(key, "")
    if len(code) not in (0, 2):
        fail(f"enquiry: '{code}' is no country")
    return "{" + ", ".join(map(repr, code)) + "}" if code else "{}"


def asked_list(names):
    if not 0 < len(names) <= MOST_ASKED:
        fail("enquiry: somebody is to be asked, at most three")
    return "{" + ", ".join(f"EnquiryParty::{one_of(name, ASKED, 'party')}" for name in names) + f"}}, {len(names)}"


def subject_rows(enquiry, advice):
    papers = [rule["id"] for rule in advice["rules"] if rule["kind"] == "papers"]
    return "".join(
        f"    {{{{{asked_list(subject['outgoing'])}}}, {{{asked_list(subject['incoming'])}}}, "
        f"AdviceRule::{identifier(one_of(subject['papers'], papers, 'rule about papers'))}}},  // {subject['id']}\n"
        for subject in enquiry["subjects"])


def stage_places(enquiry, events):
    """For each stage the place of its subject; one behind the last where who holds the item decides."""
    places = []
    for stage in events["stages"]:
        own = [place for place, subject in enumerate(enquiry["subjects"]) if stage["id"] in subject["stages"]]
        if len(own) > 1:
            fail(f"enquiry: two subjects for the stage '{stage['id']}'")
        places += own or [len(enquiry["subjects"])]
    known = {stage["id"] for stage in events["stages"]}
    for subject in enquiry["subjects"]:
        if unknown := set(subject["stages"]) - known:
            fail(f"enquiry: unknown stage {unknown}")
    return places


def span_of(text):
    amount, unit = text.split()
    if unit not in ("days", "months") or not 0 < int(amount) < 256:
        fail(f"enquiry: '{text}' is no time")
    return f"{{{amount}, {str(unit == 'months').lower()}}}"


def period_rows(enquiry, pool):
    rows = ""
    for row in enquiry["periods"]:
        if not row["source"] or not row["page"] or not row["observed"]:
            fail(f"enquiry: a period without source, page or day: {row}")
        since = span_of(row["from"]) if "from" in row else "{0, false}"
        rows += (f"    {{{country_letters(row)}, {mask(row['services'], SERVICES, 'service'):#x}, "
                 f"EnquiryPeriodKind::{one_of(row['kind'], KINDS, 'kind')}, EnquiryCount::{one_of(row['counted'], COUNTED, 'day')}, "
                 f"EnquiryAsker::{one_of(row.get('asker', 'unsaid'), ASKERS, 'asker')}, "
                 f"EnquiryStanding::{one_of(row['standing'], STANDINGS, 'standing')}, {since}, {span_of(row['until'])}, "
                 f"{pool.place(row['source'])}, {pool.place(row['page'])}, {pool.place(row['as_of'])}, {pool.place(row['observed'])}}},\n")
    return rows


def note_rows(enquiry, pool):
    subjects = [subject["id"] for subject in enquiry["subjects"]]
    rows = ""
    for row in enquiry["notes"]:
        bits = mask(row.get("subjects", subjects), subjects, "subject")
        rows += (f"    {{{country_letters(row)}, {country_letters(row, 'to')}, "
                 f"{mask(row.get('services', SERVICES), SERVICES, 'service'):#x}, {bits:#x}, "
                 f"{str(row.get('direction') == 'incoming').lower()}, {pool.place(row['source'])}, "
                 f"{pool.place(row['page'])}, {pool.place(row['observed'])}}},  // {row['id']}\n")
    return rows


def enquiry_rows_header(enquiry, advice, events):
    subjects = enquiry["subjects"]
    pool = Pool([row[field] for row in enquiry["periods"] + enquiry["notes"]
                 for field in ("source", "page", "as_of", "observed") if field in row])
    ids = [subject["id"] for subject in subjects]
    holders = ", ".join(str(ids.index(one_of(enquiry["holders"][holder], ids, "subject"))) for holder in HOLDERS)
    stages = ", ".join(map(str, stage_places(enquiry, events)))
    body = ("{\n\n" + pool.declaration("enquiry_texts")
            + "\nstruct EnquiryText {\n    std::uint16_t begin;\n    std::uint8_t length;\n};\n"
            + "\nstruct EnquiryParties {\n    EnquiryParty parties[3];\n    std::uint8_t count;\n};\n"
            + "\nstruct EnquirySubjectRow {\n    EnquiryParties outgoing;\n    EnquiryParties incoming;\n    AdviceRule papers;\n};\n"
            + f"\n/// In the order of EnquirySubject.\ninline constexpr EnquirySubjectRow enquiry_subject_rows[] = {{\n{subject_rows(enquiry, advice)}}};\n"
            + "\ninline constexpr std::string_view enquiry_subject_ids[] = {" + ", ".join(map(quoted, ids)) + "};\n"
            + f"\n/// By stage; {len(ids)}: by who holds the item.\ninline constexpr std::uint8_t enquiry_subject_of_stage[] = {{{stages}}};\n"
            + f"\n/// By holder.\ninline constexpr std::uint8_t enquiry_subject_of_holder[] = {{{holders}}};\n\n"
            + asserted("Holder", HOLDERS) + asserted("ServiceClass", SERVICES)
            + "\nstruct EnquirySpan {\n    std::uint8_t amount;\n    bool months;\n};\n"
            + "\nstruct EnquiryPeriodRow {\n    char country[2];  ///< of the post of origin; none: of all\n    std::uint16_t services;\n"
            + "    EnquiryPeriodKind kind;\n    EnquiryCount counted;\n    EnquiryAsker asker;\n    EnquiryStanding standing;\n"
            + "    EnquirySpan since;\n    EnquirySpan until;\n    EnquiryText source;\n    EnquiryText page;\n    EnquiryText as_of;\n    EnquiryText observed;\n};\n"
            + f"\ninline constexpr EnquiryPeriodRow enquiry_period_rows[] = {{\n{period_rows(enquiry, pool)}}};\n"
            + "\nstruct EnquiryNoteRow {\n    char country[2];\n    char to[2];  ///< none: wherever it goes\n    std::uint16_t services;\n"
            + "    std::uint16_t subjects;\n    bool incoming_only;\n    EnquiryText source;\n    EnquiryText page;\n    EnquiryText observed;\n};\n"
            + f"\n/// In the order of EnquiryNoteId.\ninline constexpr EnquiryNoteRow enquiry_note_rows[] = {{\n{note_rows(enquiry, pool)}}};\n")
    return header("enquiry.json", body, "postal/enquiry.h")


def enquiry_headers(read, events):
    enquiry, advice = read("enquiry.json"), read("advice.json")
    return {
        "enquiry_subjects.h": enquiry_subjects_header(enquiry),
        "enquiry_rows.h": enquiry_rows_header(enquiry, advice, events),
    }
