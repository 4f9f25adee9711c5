// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSharedData>
#include <QSharedDataPointer>

#include <algorithm>
#include <compare>
#include <iterator>
#include <utility>
#include <vector>

namespace recoupe {

//! A list whose copies share their elements by blocks: to write to one element of a list that was
//! copied copies its block alone, where a QList would copy every element. Only that block moves in
//! memory. Indexes begin at 0 and must exist. As safe between threads as a QList.
template <typename Value>
class BlockList
{
public:
    static constexpr qsizetype blockSize = 64;

    //! Goes through a list of \a List: const or not. To write through one writes to the element.
    template <typename List>
    class Iterator
    {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = Value;
        using difference_type = qsizetype;
        using reference = decltype(std::declval<List &>()[0]);
        using pointer = std::add_pointer_t<reference>;

        Iterator() = default;
        Iterator(List *list, qsizetype index)
            : m_list(list)
            , m_index(index)
        {
        }

        [[nodiscard]] reference operator*() const { return (*m_list)[m_index]; }
        [[nodiscard]] pointer operator->() const { return &(*m_list)[m_index]; }
        [[nodiscard]] reference operator[](qsizetype n) const { return (*m_list)[m_index + n]; }
        Iterator &operator+=(qsizetype n)
        {
            m_index += n;
            return *this;
        }
        Iterator &operator-=(qsizetype n) { return *this += -n; }
        Iterator &operator++() { return *this += 1; }
        Iterator &operator--() { return *this -= 1; }
        Iterator operator++(int) { return std::exchange(*this, *this + 1); }
        Iterator operator--(int) { return std::exchange(*this, *this - 1); }
        [[nodiscard]] friend Iterator operator+(Iterator i, qsizetype n) { return i += n; }
        [[nodiscard]] friend Iterator operator+(qsizetype n, Iterator i) { return i += n; }
        [[nodiscard]] friend Iterator operator-(Iterator i, qsizetype n) { return i -= n; }
        [[nodiscard]] friend qsizetype operator-(const Iterator &a, const Iterator &b)
        {
            return a.m_index - b.m_index;
        }
        [[nodiscard]] friend bool operator==(const Iterator &a, const Iterator &b)
        {
            return a.m_index == b.m_index;
        }
        [[nodiscard]] friend auto operator<=>(const Iterator &a, const Iterator &b)
        {
            return a.m_index <=> b.m_index;
        }

    private:
        List *m_list = nullptr;
        qsizetype m_index = 0;
    };

    using value_type = Value;
    using size_type = qsizetype;
    using difference_type = qsizetype;
    using reference = Value &;
    using const_reference = const Value &;
    using iterator = Iterator<BlockList>;
    using const_iterator = Iterator<const BlockList>;

    BlockList() = default;
    explicit BlockList(QList<Value> values)
    {
        for (Value &value : values)
            append(std::move(value));
    }

    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

    [[nodiscard]] const Value &at(qsizetype index) const
    {
        Q_ASSERT(index >= 0 && index < m_size);
        return m_blocks.at(index / blockSize)->values[std::size_t(index % blockSize)];
    }
    [[nodiscard]] const Value &operator[](qsizetype index) const { return at(index); }
    [[nodiscard]] Value &operator[](qsizetype index)
    {
        Q_ASSERT(index >= 0 && index < m_size);
        return m_blocks[index / blockSize]->values[std::size_t(index % blockSize)];
    }
    [[nodiscard]] const Value &first() const { return at(0); }
    [[nodiscard]] Value &first() { return (*this)[0]; }
    [[nodiscard]] const Value &last() const { return at(m_size - 1); }
    [[nodiscard]] Value &last() { return (*this)[m_size - 1]; }

    [[nodiscard]] iterator begin() { return {this, 0}; }
    [[nodiscard]] iterator end() { return {this, m_size}; }
    [[nodiscard]] const_iterator begin() const { return {this, 0}; }
    [[nodiscard]] const_iterator end() const { return {this, m_size}; }

    void append(Value value)
    {
        if (m_size % blockSize == 0) {
            QSharedDataPointer<Block> block(new Block);
            block->values.reserve(std::size_t(blockSize));
            m_blocks.append(std::move(block));
        }
        m_blocks.last()->values.push_back(std::move(value));
        ++m_size;
    }
    BlockList &operator<<(Value value)
    {
        append(std::move(value));
        return *this;
    }
    Value &emplaceBack()
    {
        append(Value());
        return last();
    }
    //! Adds elements of their own default, or leaves out the last ones.
    void resize(qsizetype size)
    {
        while (m_size < size)
            append(Value());
        while (m_size > size) {
            m_blocks.last()->values.pop_back();
            if (--m_size % blockSize == 0)
                m_blocks.removeLast();
        }
    }

    //! Whether to write to that element would move it, and those of its block, in memory.
    [[nodiscard]] bool isShared(qsizetype index) const
    {
        // Copies that nobody wrote to share the list of the blocks as well.
        return !m_blocks.isDetached() || m_blocks.at(index / blockSize)->ref.loadRelaxed() != 1;
    }
    //! The first index of that one's block, and the one after its last.
    [[nodiscard]] std::pair<qsizetype, qsizetype> blockOf(qsizetype index) const
    {
        const qsizetype first = index - index % blockSize;
        return {first, std::min(first + blockSize, m_size)};
    }
    //! Shares nothing any more.
    void detach()
    {
        for (QSharedDataPointer<Block> &block : m_blocks)
            block.detach();
    }

    [[nodiscard]] friend bool operator==(const BlockList &a, const BlockList &b)
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

private:
    struct Block : QSharedData
    {
        std::vector<Value> values;
    };

    QList<QSharedDataPointer<Block>> m_blocks; //!< all but the last one are full
    qsizetype m_size = 0;
};

} // namespace recoupe
