// What is to be seen: a tree of Parts, painted twice. view draws it with pixels, web/mirror as real DOM.
// A Part says what it is (Role), how important and of which kind it looks (Look, Tone), what it says and what
// pressing it means (an Action). It knows no sizes, colours or positions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/action.h"

namespace app {

/// What a Part is to assistive technology; the mirror makes the native element for it.
enum class Role : std::uint8_t {
    group,        ///< layout only, no meaning
    banner,       ///< <header>
    main,         ///< <main>
    region,       ///< <section> named by `name`
    form,         ///< <form>; Enter in its fields presses its first button, when that is enabled
    list,         ///< <ul> named by `name`
    list_item,    ///< <li>
    heading,      ///< <h1>..<h6> by `level`
    text,         ///< <p>
    inline_text,  ///< <span>: a piece of a row or a button
    button,       ///< <button>
    link,         ///< <a href>, leaves the app; opens in a new tab without referrer
    field,        ///< <label> + <input> or <select>, see FieldFacts
    status,       ///< the one polite live region; its children are its sentences
    progress,     ///< <progress>, named
    picture,      ///< decorative, not in the DOM (brand mark, rule, dot)
    checkbox,     ///< a button that is on (`selected`) or off; `press` says what it becomes
    image,        ///< <div role="img">: drawn, and told by `name`
    table,        ///< <table>; its rows are its children
    table_row,    ///< <tr>; the first one holds column_heads
    cell,         ///< <td>
    column_head,  ///< <th>
    dialog,       ///< over everything else, which is `inert`; named
    options,      ///< a list of which a field chooses one, see FieldKind::chooser; its children are options
    option,       ///< pressed, never focused; `selected`: the one that Enter takes
};

/// How view lays a Part out and paints it; the metrics stand in view/look.
enum class Look : std::uint8_t {
    // containers
    page_wide,       ///< list panel left, item panel right
    page_narrow,     ///< one column
    list_panel,      ///< fixed top, then the scrolling list
    item_panel,      ///< scrolls as a whole
    column,          ///< children below each other
    tight_column,    ///< the same with a small gap
    row,             ///< children side by side, centred; the first grows
    wrap_row,        ///< side by side, breaking where there is no room
    columns,         ///< on wide: children side by side, two as 3:2, more alike; on narrow below each other
    card,            ///< panel with a border
    attention_card,  ///< soft attention colour
    accent_card,     ///< soft accent colour: questions the app asks
    virtual_list,    ///< rows of equal height, see ListFacts
    item_row,       ///< children: title, chip, summary, news; comfortable also: remark, check (in this order)
    group_heading,  ///< heading of a group inside virtual_list
    timeline_day,
    timeline_event,  ///< children: time, title, detail
    // leaves
    brand,         ///< mark and name
    title,         ///< 26/600
    sentence,      ///< 20/600
    section,       ///< 15/600, head of a card
    body,          ///< 15
    card_text,     ///< 14
    secondary,     ///< 13
    small_head,    ///< 12/600
    mono,          ///< number, 15 mono
    chip,          ///< 12/600 on its tone's soft colour
    number_field,  ///< the frame round the field and its button; children: field, button
    plain_field,
    primary_button,
    plain_button,
    quiet_button,  ///< looks like a link
    icon_button,   ///< icon only; `icon`, and `name` is its name
    link_text,
    verdict,  ///< a sentence under the number field
    notice,   ///< children: text, buttons
    strip,    ///< milestones; children are strip_step
    strip_step,
    joined_row,  ///< wrap_row without gaps: pieces of one word
    checkbox,    ///< a box, and `text` beside it; without text the box alone, as large as what can be pressed
    search_field,   ///< a field whose label is not drawn: its placeholder says it
    pill,           ///< a small round button that is on (`selected`) or off
    route_picture,  ///< children: at least one route_stop
    route_stop,     ///< a country; `stop`, its name as `text`
    passport,       ///< 13 passport_cell in groups 2-3-3-3-2
    passport_cell,  ///< one character, `text`
    number_choice,  ///< a button with a number, `mark_begin` marked
    bar_code,       ///< `text` is its modules, see postal/bar_code.h; always black on white
    palette,        ///< a panel over the page; children: what stays above, options, what stays below
    command,        ///< children: what it does, and its key when it has one
};

enum class Tone : std::uint8_t { ink, secondary, quiet, accent, moving, customs, attention, done, problem };

enum class Icon : std::uint8_t {
    none,
    settings,
    back,
    check,
    share,
    remove,
    close,
    paste,
    message,
    options,
    choose,
};

enum class FieldKind : std::uint8_t {
    text,
    number_text,
    date,
    choice,
    long_text,  ///< several lines, which the field scrolls by itself
    chooser,    ///< text that finds options, walked through with arrows; see FieldFacts::described_by
};

struct Choice {
    std::string value;
    std::string label;
};

struct FieldFacts {
    FieldId id = FieldId::tracking_number;
    FieldKind kind = FieldKind::text;
    std::string value;      ///< what the field is to hold; rewritten in the DOM only after a committed input
    std::size_t caret = 0;  ///< bytes of value
    std::string placeholder;
    std::vector<Choice> choices;
    std::uint32_t limit = 256;     ///< maxlength, UTF-16 units
    std::uint16_t mark_begin = 0;  ///< code points of value: the wrong character
    std::uint16_t mark_length = 0;
    bool invalid = false;
    /// Key of the Part that says more. Of a chooser: of the option that is selected; the key of its options
    /// is what stands before the last slash.
    std::string described_by;
};

/// A list of which only the visible window stands in the Screen. Group headings stand between rows.
struct ListGroup {
    std::uint32_t first_row = 0;  ///< index of the first row of the group
    std::string heading;
};
struct ListFacts {
    bool compact = false;  ///< rows of two lines, without remark and check
    std::uint32_t row_count = 0;
    std::uint32_t first = 0;  ///< row index of the first child that is an item_row
    std::vector<ListGroup>
        groups;  ///< all groups of the whole list, ascending; children hold those in the window
};

/// Where a country on the way is, and how far the item is: there, and on the leg that leads there from the
/// stop before.
enum class Passage : std::uint8_t { passed, present, to_come };
struct RouteStop {
    float latitude = 0, longitude = 0;  ///< degrees
    Passage here = Passage::to_come;
    Passage leg = Passage::to_come;  ///< means nothing of the first
};

struct Part {
    Role role = Role::group;
    Look look = Look::column;
    std::string key;   ///< unique in a Screen, stable over time; ASCII
    std::string text;  ///< UTF-8; what is drawn
    std::string name;  ///< accessible name where it is not `text`
    Tone tone = Tone::ink;
    Icon icon = Icon::none;
    std::uint8_t level = 0;  ///< headings
    bool enabled = true;
    bool selected = false;  ///< aria-current; of a checkbox: it is checked
    std::optional<bool> expanded;
    bool busy = false;    ///< something is asked right now
    bool strong = false;  ///< weight 600 where the look is 400
    bool inert = false;   ///< seen, but nothing in it can be used: a dialog stands before it
    std::optional<Action> press;
    std::string href;                ///< https:, http:, tel: or mailto:, made by this program, never received
    std::string_view language;       ///< a tag of `languages`, where it is not that of the Screen
    std::uint32_t set_size = 0;      ///< aria-setsize of a list_item, 0 = as the DOM says
    std::uint32_t set_position = 0;  ///< 1-based
    std::optional<FieldFacts> field;
    std::optional<ListFacts> list;
    RouteStop stop;                ///< of a route_stop
    std::uint16_t mark_begin = 0;  ///< code points of `text`: what differs from what was typed
    std::uint16_t mark_length = 0;
    std::vector<Part> parts;
};

enum class Layout : std::uint8_t { wide, narrow };

struct Screen {
    Layout layout = Layout::wide;
    std::string language;  ///< of its words, BCP 47
    std::string title;     ///< of the document
    std::string page_id;   ///< what the item panel shows; another one begins at its top
    Part root;
};

/// Depth-first search by key; nullptr when there is none.
const Part* find(const Screen& screen, std::string_view key);

}  // namespace app
