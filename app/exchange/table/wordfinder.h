// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace recoupe {

//! Tells over a stream of blocks whether a word occurs in it, without parsing anything.
class WordFinder
{
public:
    explicit WordFinder(std::string_view word)
        : m_word(word)
    {
    }

    void feed(std::string_view block)
    {
        m_tail.append(block);
        m_isFound = m_isFound || m_tail.find(m_word) != std::string::npos;
        m_tail.erase(0, m_tail.size() - std::min(m_tail.size(), m_word.size() - 1));
    }

    [[nodiscard]] bool isFound() const { return m_isFound; }

private:
    std::string m_word;
    std::string m_tail; // the end of the block before
    bool m_isFound = false;
};

} // namespace recoupe
