#pragma once

#include <QSpinBox>

namespace deskbell::console {

/// A time span in words: "1 hour 30 minutes".
QString durationWords(int seconds);

/// A time span in seconds, shown and typed in the units that people read: "2 minutes", "1.5 h", "1 min 30 s". A number
/// alone is in the unit that stood there before.
class DurationBox final : public QSpinBox
{
    Q_OBJECT

public:
    explicit DurationBox(QWidget *parent = nullptr);

    /// By more seconds the longer the span is, and from one round span to the next.
    void stepBy(int steps) override;

protected:
    QString textFromValue(int seconds) const override;
    int valueFromText(const QString &text) const override;
    QValidator::State validate(QString &text, int &position) const override;
    void focusInEvent(QFocusEvent *event) override;

private:
    std::optional<int> parse(const QString &text) const;

    int m_unit = 1; // of a number alone, in seconds
};

} // namespace deskbell::console
