// Words of an operator without the people in them.
#pragma once

#include <string>
#include <string_view>

namespace postal {

/// Leaves out names and phones of couriers and signers: what follows a label such as 投递员：, 电话, 签收人,
/// 他人代收： or "Signed by", a name in front of a bracketed phone, a name behind 交给, and every run of 7 to
/// 15 digits that can be a phone (also masked with asterisks, also with blanks, dots, dashes or brackets
/// inside). Kept: names of offices in 【】, dates, ZIP+4 codes, and digits that belong to a code with
/// letters, such as an item number. A name without any label cannot be told from other words and stays. Empty
/// brackets and separators left over are tidied away. UTF-8 stays UTF-8; other bytes are kept. Cleaning twice
/// changes nothing. Takes linear time.
std::string clean_words(std::string_view words);

}  // namespace postal
