// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tablelayout.h"

#include "report/editionframe.h"
#include "report/tableblocks.h"

namespace recoupe {

namespace {

constexpr qreal footGap = 6;     //!< the last rule of the table is not taken for that of the foot
constexpr qreal sectionGap = 10; //!< above the departures

//! Puts the blocks of an edition one under the other, page after page.
class TableFlow
{
public:
    TableFlow(const TableBlocks &blocks, const std::function<bool(TablePage)> &take);

    //! The number of pages; 0 when it was stopped.
    [[nodiscard]] qsizetype run();

private:
    using MakeBlock = std::function<TableBlock()>;

    void openPage(const MakeBlock &headings);
    void closePage();
    void place(TableBlock block);
    void placeGroup(qsizetype group);
    void placeDepartures();
    //! Rows under a title; what stands at the head of each further page is made by \a continuation.
    void placeRows(qsizetype count, const std::function<TableBlock(qsizetype)> &row,
                   const MakeBlock &headings, const MakeBlock &continuation);
    //! How high a title is with the rows that may not leave it alone.
    [[nodiscard]] qreal heightTogether(qreal title, qsizetype count,
                                       const std::function<TableBlock(qsizetype)> &row) const;
    [[nodiscard]] bool fits(qreal height) const { return m_y + height <= m_bottom; }

    const TableBlocks &m_blocks;
    const EditionContent &m_content;
    const std::function<bool(TablePage)> &m_take;
    TablePage m_page;
    qsizetype m_pageCount = 0;
    bool m_stopped = false;
    qreal m_y = 0;        //!< where the next block goes
    qreal m_bottom = 0;   //!< above the foot
    qreal m_capacity = 0; //!< height that is free on the first page, the one with least room
};

TableFlow::TableFlow(const TableBlocks &blocks, const std::function<bool(TablePage)> &take)
    : m_blocks(blocks)
    , m_content(blocks.content())
    , m_take(take)
    , m_bottom(m_blocks.legend().rect.top() - footGap)
{
}

void TableFlow::place(TableBlock block)
{
    const qreal top = m_y;
    m_y += block.rect.height();
    m_page.blocks << movedDown(std::move(block), top - m_blocks.format().printArea.top());
}

void TableFlow::openPage(const MakeBlock &headings)
{
    const bool isFirst = m_pageCount == 0;
    if (!isFirst)
        closePage();
    ++m_pageCount;
    m_y = m_blocks.format().printArea.top();
    const auto furniture = [isFirst](TableBlock block) {
        block.repeated = !isFirst;
        return block;
    };
    place(furniture(m_blocks.pageHead()));
    if (isFirst)
        place(m_blocks.summary());
    m_page.blocks << furniture(m_blocks.legend());
    place(headings());
}

void TableFlow::closePage()
{
    m_stopped = m_stopped || !m_take(std::move(m_page));
    m_page = {};
}

qreal TableFlow::heightTogether(qreal title, qsizetype count,
                                const std::function<TableBlock(qsizetype)> &row) const
{
    // A title never stands without a row under it, and with two where two fit on a page.
    const qreal one = title + row(0).rect.height();
    const qreal two = count > 1 ? one + row(1).rect.height() : one;
    return two <= m_capacity ? two : one;
}

void TableFlow::placeRows(qsizetype count, const std::function<TableBlock(qsizetype)> &row,
                          const MakeBlock &headings, const MakeBlock &continuation)
{
    for (qsizetype index = 0; index < count && !m_stopped; ++index) {
        TableBlock next = row(index);
        if (!fits(next.rect.height())) {
            openPage(headings);
            place(continuation());
        }
        place(std::move(next));
    }
}

void TableFlow::placeGroup(qsizetype group)
{
    TableBlock title = m_blocks.groupTitle(group, false);
    const qreal maxRowHeight = m_capacity - title.rect.height();
    const auto row = [&](qsizetype index) { return m_blocks.row(group, index, maxRowHeight); };
    const auto headings = [&] {
        TableBlock block = m_blocks.columnHeadings();
        block.repeated = true;
        return block;
    };
    const qsizetype count = m_content.groups.at(group).rows.size();
    if (!fits(heightTogether(title.rect.height(), count, row)))
        openPage(headings);
    place(std::move(title));
    placeRows(count, row, headings, [&] { return m_blocks.groupTitle(group, true); });
}

void TableFlow::placeDepartures()
{
    TableBlock title = m_blocks.departuresTitle(false);
    TableBlock headings = m_blocks.departureHeadings();
    const qreal top = title.rect.height() + headings.rect.height();
    const auto row = [&](qsizetype index) { return m_blocks.departure(index, m_capacity - top); };
    const qsizetype count = m_content.departures.size();
    const qreal together = heightTogether(sectionGap + top, count, row);
    if (fits(together)) {
        m_y += sectionGap;
        place(std::move(title));
    } else {
        openPage([&] { return std::move(title); });
    }
    place(headings);
    headings.repeated = true;
    placeRows(
        count, row, [&] { return m_blocks.departuresTitle(true); }, [&] { return headings; });
}

qsizetype TableFlow::run()
{
    openPage([this] { return m_blocks.columnHeadings(); });
    m_capacity = m_bottom - m_y;
    for (qsizetype group = 0; group < m_content.groups.size() && !m_stopped; ++group) {
        if (!m_content.groups.at(group).rows.isEmpty())
            placeGroup(group);
    }
    if (m_content.rowCount() == 0)
        place(m_blocks.notice(noRowsWords(m_content)));
    if (!m_content.departures.isEmpty() && !m_stopped)
        placeDepartures();
    if (!m_stopped)
        closePage();
    return m_stopped ? 0 : m_pageCount;
}

} // namespace

PageFormat pageFormat(Paper paper)
{
    constexpr qreal margin = 28; // 1 cm: what any printer leaves white is within
    constexpr qreal wallScale = 1.25;
    const QSizeF size = paper == Paper::A4 ? QSizeF(842, 595) : QSizeF(1191, 842);
    return {size, QRectF(QPointF(), size).adjusted(margin, margin, -margin, -margin),
            paper == Paper::A4 ? 1 : wallScale};
}

qsizetype flowTable(const TableBlocks &blocks, const std::function<bool(TablePage)> &take)
{
    return TableFlow(blocks, take).run();
}

TableLayout layOutTable(const EditionContent &content, Paper paper)
{
    TableLayout layout{documentTitle(content), stampWords(content), pageFormat(paper), {}};
    const TableBlocks blocks(content, paper);
    const qsizetype pages = flowTable(blocks, [&layout](TablePage page) {
        layout.pages << std::move(page);
        return true;
    });
    for (qsizetype page = 0; page < pages; ++page)
        layout.pages[page].blocks << blocks.pageNumber(page + 1, pages);
    return layout;
}

} // namespace recoupe
