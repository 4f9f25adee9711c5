// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingform.h"

#include "domain/partnersettings.h"
#include "ui/style/textrole.h"
#include "ui/style/theme.h"
#include "ui/uitr.h"
#include "ui/widgets/labelof.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace recoupe {

namespace {

QLabel *remark()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

SettingForm::SettingForm(QString subject, const QMap<QString, QString> &texts, QWidget *parent)
    : QWidget(parent)
    , m_subject(std::move(subject))
    , m_texts(texts)
    , m_layout(new QFormLayout(this))
{
    m_layout->setVerticalSpacing(8);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

SettingForm::Field &SettingForm::add(const QString &name, const QString &label, QWidget *buddy,
                                     QWidget *box, bool canBeWrong)
{
    buddy->setObjectName(name);
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins({});
    column->setSpacing(3);
    column->addWidget(box);
    Field field{.box = whole, .label = QString(label).remove(u'&')};
    if (canBeWrong) {
        field.defect = remark();
        field.defect->hide();
        column->addWidget(field.defect);
    }
    if (label.isEmpty())
        m_layout->addRow(QString(), whole);
    else
        m_layout->addRow(labelOf(label, buddy), whole);
    m_order << name;
    return *m_fields.insert(name, field);
}

QLineEdit *SettingForm::addText(const QString &name, const QString &label, const QString &example)
{
    auto *edit = new QLineEdit(m_texts.value(name));
    edit->setPlaceholderText(example);
    connect(edit, &QLineEdit::textChanged, this, &SettingForm::follow);
    add(name, label, edit, edit, true).read = [edit] { return edit->text().trimmed(); };
    return edit;
}

void SettingForm::addPath(const QString &name, const QString &label, Choose choose)
{
    auto *edit = new QLineEdit(m_texts.value(name));
    auto *button = new QPushButton(UiTr::tr("Choisir…"));
    button->setAutoDefault(false);
    button->setObjectName(name + QLatin1String("/choose"));
    button->setAccessibleName(UiTr::tr("Choisir : %1").arg(QString(label).remove(u'&').toLower()));
    connect(edit, &QLineEdit::textChanged, this, &SettingForm::follow);
    connect(button, &QPushButton::clicked, this, [edit, choose = std::move(choose)] {
        choose([edit](const QString &path) { edit->setText(QDir::toNativeSeparators(path)); });
    });
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->addWidget(edit, 1);
    row->addWidget(button);
    // With slashes, whatever the system writes: another operator may use the base from another one.
    add(name, label, edit, box, true).read = [edit] {
        return QDir::fromNativeSeparators(edit->text().trimmed());
    };
}

void SettingForm::addChoice(const QString &name, const QString &label, const QList<Choice> &choices)
{
    auto *combo = new QComboBox;
    for (const Choice &choice : choices)
        combo->addItem(choice.label, choice.token);
    combo->setCurrentIndex(std::max(0, combo->findData(m_texts.value(name))));
    connect(combo, &QComboBox::currentIndexChanged, this, &SettingForm::follow);
    add(name, label, combo, combo, false).read = [combo] {
        return combo->currentData().toString();
    };
}

void SettingForm::addNumber(const QString &name, const QString &label, int least, int most,
                            const QString &suffix)
{
    auto *number = new QSpinBox;
    number->setRange(least, most);
    number->setSuffix(suffix);
    number->setValue(m_texts.value(name).toInt());
    number->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(number, &QSpinBox::valueChanged, this, &SettingForm::follow);
    add(name, label, number, number, false).read = [number] {
        return QString::number(number->value());
    };
}

void SettingForm::addSwitch(const QString &name, const QString &text)
{
    auto *box = new QCheckBox(text);
    box->setChecked(m_texts.value(name) == u"yes");
    connect(box, &QCheckBox::toggled, this, &SettingForm::follow);
    add(name, {}, box, box, false).read = [box] {
        return box->isChecked() ? QStringLiteral("yes") : QStringLiteral("no");
    };
}

void SettingForm::addField(const QString &name, const QString &label, QWidget *field)
{
    add(name, label, field, field, false);
}

void SettingForm::addHint(const QString &text)
{
    QLabel *hint = remark();
    hint->setText(text);
    setTextRole(hint, TextRole::Hint);
    m_fields.value(m_order.last()).box->layout()->addWidget(hint);
}

void SettingForm::expect(const QString &name, std::function<QString(const QString &)> expectation)
{
    m_fields[name].expectation = std::move(expectation);
    follow();
}

void SettingForm::setShown(const QString &name, bool shown)
{
    m_layout->setRowVisible(m_fields.value(name).box, shown);
}

QString SettingForm::text(const QString &name) const
{
    return m_fields.value(name).read();
}

QMap<QString, QString> SettingForm::texts() const
{
    QMap<QString, QString> texts;
    for (auto field = m_fields.begin(); field != m_fields.end(); ++field) {
        if (field->read)
            texts.insert(field.key(), field->read());
    }
    return texts;
}

QString SettingForm::expectationOf(const QString &name) const
{
    const Field &field = *m_fields.find(name);
    if (!field.defect || !m_layout->isRowVisible(field.box))
        return {};
    const QString expected = exchangeSettingExpectation(name, field.read());
    return expected.isEmpty() && field.expectation ? field.expectation(field.read()) : expected;
}

QString SettingForm::defect() const
{
    for (const QString &name : m_order) {
        if (const QString expected = expectationOf(name); !expected.isEmpty())
            return UiTr::tr("%1, %2 : il faut %3.")
                .arg(m_subject, m_fields.value(name).label.toLower(), expected);
    }
    return {};
}

//! Who follows may show and hide fields, on which it depends what is wrong.
void SettingForm::follow()
{
    Q_EMIT changed();
    for (const QString &name : std::as_const(m_order)) {
        QLabel *defect = m_fields.value(name).defect;
        if (!defect)
            continue;
        const QString expected = expectationOf(name);
        defect->setText(expected.isEmpty() ? QString() : UiTr::tr("Il faut %1.").arg(expected));
        QPalette colors; // of its own only what differs: the rest follows the theme
        colors.setColor(QPalette::WindowText, toneColor(Tone::Bad, palette()));
        defect->setPalette(colors);
        defect->setVisible(!expected.isEmpty());
    }
}

} // namespace recoupe
