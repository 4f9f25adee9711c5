// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace recoupe {

//! Puts its items side by side, each as large as it wishes and at the middle of its line, in as
//! many lines as that takes.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void insertWidget(int index, QWidget *widget);

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }

    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    void setGeometry(const QRect &rect) override;

private:
    struct Place
    {
        QLayoutItem *item;
        int left;
        QSize size;
    };
    struct Line
    {
        QList<Place> items;
        int height = 0;
    };

    [[nodiscard]] QList<Line> linesWithin(int width) const;

    QList<QLayoutItem *> m_items;
};

} // namespace recoupe
