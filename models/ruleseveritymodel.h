// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rule.h"

#include <QAbstractTableModel>

namespace recoupe {

//! How severe each rule is for each of the three funders, to be changed: a row a rule, a column a
//! funder. A cell's value to edit is the severity's token.
class RuleSeverityModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Title,
        Region,
        PoleEmploi,
        Agefiph,
        ColumnCount
    };
    enum Role
    {
        BadgeRole = Qt::UserRole + 1,
        IsChangedRole, //!< whether it differs from the program's own
        SourceRole,    //!< of the row: the text that the rule rests on
    };

    //! \a today: funders go by the names they have on that day.
    explicit RuleSeverityModel(QDate today, QObject *parent = nullptr);

    using Changed = QMap<std::pair<QString, Funder>, Severity>;

    //! What differs from the program's own severities, by rule and funder.
    void setChanged(const Changed &changed);
    [[nodiscard]] const Changed &changed() const { return m_changed; }
    //! Shows the rules whose title, id or source has all these words; case and accents do not
    //! count.
    void setSearch(const QString &search);
    //! Rules known, shown or not.
    [[nodiscard]] int totalCount() const { return int(m_rules.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] const Rule &ruleAt(int row) const { return m_rules.at(m_visible.at(row)); }
    [[nodiscard]] Severity severityAt(const Rule &rule, Funder funder) const;
    [[nodiscard]] QVariant ruleData(const Rule &rule, int role) const;
    [[nodiscard]] QVariant severityData(const Rule &rule, Funder funder, int role) const;
    [[nodiscard]] QString sentenceOf(const Rule &rule) const;

    QDate m_today;
    QList<Rule> m_rules;
    QStringList m_searched; //!< a folded text a rule
    QList<qsizetype> m_visible;
    Changed m_changed;
};

} // namespace recoupe
