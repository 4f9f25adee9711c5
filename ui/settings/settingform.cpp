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

void SettingForm::fill(const QString &name, Field &field, std::function<QString()> read,
                       std::function<void(const QString &)> show)
{
    field.read = std::move(read);
    field.show = std::move(show);
    field.show(m_texts.value(name));
    field.shown = field.read();
}

QLineEdit *SettingForm::addText(const QString &name, const QString &label, const QString &example)
{
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(example);
    fill(
        name, add(name, label, edit, edit, true), [edit] { return edit->text().trimmed(); },
        [edit](const QString &text) { edit->setText(text); });
    connect(edit, &QLineEdit::textChanged, this, &SettingForm::follow);
    return edit;
}

void SettingForm::addPath(const QString &name, const QString &label, Choose choose)
{
    auto *edit = new QLineEdit;
    auto *button = new QPushButton(UiTr::tr("Choisir…"));
    button->setAutoDefault(false);
    button->setObjectName(name + QLatin1String("/choose"));
    button->setAccessibleName(UiTr::tr("Choisir : %1").arg(QString(label).remove(u'&').toLower()));
    connect(button, &QPushButton::clicked, this, [edit, choose = std::move(choose)] {
        choose([edit](const QString &path) { edit->setText(QDir::toNativeSeparators(path)); });
    });
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->addWidget(edit, 1);
    row->addWidget(button);
    // With slashes, whatever the system writes: another operator may use the base from another one.
    fill(
        name, add(name, label, edit, box, true),
        [edit] { return QDir::fromNativeSeparators(edit->text().trimmed()); },
        [edit](const QString &text) { edit->setText(text); });
    connect(edit, &QLineEdit::textChanged, this, &SettingForm::follow);
}

void SettingForm::addChoice(const QString &name, const QString &label, const QList<Choice> &choices)
{
    auto *combo = new QComboBox;
    for (const Choice &choice : choices)
        combo->addItem(choice.label, choice.token);
    fill(
        name, add(name, label, combo, combo, false),
        [combo] { return combo->currentData().toString(); },
        [combo](const QString &token) {
            combo->setCurrentIndex(std::max(0, combo->findData(token)));
        });
    connect(combo, &QComboBox::currentIndexChanged, this, &SettingForm::follow);
}

void SettingForm::addNumber(const QString &name, const QString &label, int least, int most,
                            const QString &suffix)
{
    auto *number = new QSpinBox;
    number->setRange(least, most);
    number->setSuffix(suffix);
    number->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    fill(
        name, add(name, label, number, number, false),
        [number] { return QString::number(number->value()); },
        [number](const QString &text) { number->setValue(text.toInt()); });
    connect(number, &QSpinBox::valueChanged, this, &SettingForm::follow);
}

void SettingForm::addSwitch(const QString &name, const QString &text)
{
    auto *box = new QCheckBox(text);
    fill(
        name, add(name, {}, box, box, false),
        [box] { return box->isChecked() ? QStringLiteral("yes") : QStringLiteral("no"); },
        [box](const QString &token) { box->setChecked(token == u"yes"); });
    connect(box, &QCheckBox::toggled, this, &SettingForm::follow);
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
        if (!field->read)
            continue;
        const QString text = field->read();
        texts.insert(field.key(), text == field->shown ? m_texts.value(field.key()) : text);
    }
    return texts;
}

void SettingForm::takeUp(const QMap<QString, QString> &texts)
{
    m_texts = texts;
    for (const QString &name : std::as_const(m_order)) {
        Field &field = m_fields[name];
        if (!field.read)
            continue;
        const QString typed = field.read();
        const bool isTyped = typed != field.shown;
        field.show(texts.value(name));
        field.shown = field.read();
        if (isTyped)
            field.show(typed);
    }
    follow();
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
