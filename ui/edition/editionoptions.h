// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncontent.h"
#include "report/paper.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSettings;

namespace recoupe {

//! How the table is shown and printed: grouping, funders, département, paper.
class EditionOptions : public QWidget
{
    Q_OBJECT

public:
    explicit EditionOptions(QWidget *parent = nullptr);

    [[nodiscard]] EditionView view() const;
    [[nodiscard]] Paper paper() const;
    //! Offers the départements of an edition, and names the funders as on its day. The choices
    //! stay.
    void offer(const EditionContent &content);
    //! In the order of Tab.
    [[nodiscard]] QList<QWidget *> stops() const;

    void saveState(QSettings &settings) const;
    void restoreState(const QSettings &settings);

Q_SIGNALS:
    void changed();

private:
    void followFunders();
    void selectDepartement(const QString &code);

    QComboBox *m_grouping;
    QList<QCheckBox *> m_funders;
    QComboBox *m_departement;
    QComboBox *m_paper;
};

} // namespace recoupe
