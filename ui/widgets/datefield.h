// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace recoupe {

//! A day, typed as people write it or picked from a calendar. QDateEdit takes digits section by
//! section, so that a date typed over the old one comes out as a mixture of both.
class DateField : public QWidget
{
    Q_OBJECT

public:
    DateField(QDate date, const QString &accessibleName, QWidget *parent = nullptr);

    [[nodiscard]] QDate date() const { return m_date; }
    //! Tells of it, as any other change.
    void setDate(QDate date);
    //! In the order of Tab.
    [[nodiscard]] QList<QWidget *> stops() const;

    //! A day from "01/12/2026", "1/12/26", "01122026" or "2026-12-01"; invalid for anything else.
    [[nodiscard]] static QDate dateFrom(const QString &text);

Q_SIGNALS:
    void dateChanged(QDate date);
    //! What was typed is no day; the field says the old one again.
    void refused(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take();
    void show(QDate date);
    void openCalendar();

    QDate m_date;
    QLineEdit *m_text;
    QToolButton *m_button;
};

} // namespace recoupe
