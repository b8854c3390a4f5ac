#pragma once

#include "shared/json/writer.h"
#include "shared/result.h"

#include <functional>
#include <memory>
#include <optional>

namespace deskbell::json {

/// How much JSON is taken. (`maxDepth` counts nested arrays and objects.)
struct Limits
{
    int maxDepth = 32;
};

/// A view of one value inside a Document, which must outlive it. A member or element that is not there
/// gives a missing value, so that look-ups can be chained and checked once.
class Value
{
public:
    Value() = default;

    bool isMissing() const { return m_value == nullptr; }
    bool isNull() const;
    bool isBool() const;
    bool isNumber() const;
    bool isString() const;
    bool isArray() const;
    bool isObject() const;

    /// Each gives its empty value when the JSON type is another.
    bool toBool() const;
    double toDouble() const;
    QString toString() const;
    /// The string's bytes inside the document, in UTF-8.
    QByteArrayView toUtf8() const;
    /// Whole numbers that fit; nothing for fractions and other types.
    std::optional<qint64> toInteger() const;

    /// Elements of an array, members of an object, else 0.
    qsizetype size() const;
    Value at(qsizetype index) const;
    Value member(QByteArrayView name) const;
    void forEachMember(const std::function<void(QByteArrayView name, Value value)> &visit) const;

    void write(Writer &writer) const;
    QByteArray toJson() const;

private:
    friend class Document;
    explicit Value(const void *value) : m_value(value) { }
    const void *m_value = nullptr; // a rapidjson::Value of the document, which stays the secret of document.cpp
};

/// JSON text that was parsed and checked once. Refuses what RFC 8259 refuses, and beyond it NUL characters and
/// surrogates without their pair, which databases and peers take for different things.
class Document
{
public:
    /// `text` is UTF-8. Errors: MalformedJson, with what is wrong and where.
    static Result<Document> parse(QByteArrayView text, Limits limits = {});

    ~Document();
    Document(Document &&) noexcept;
    Document &operator=(Document &&) noexcept;

    Value root() const;

private:
    struct Content;
    explicit Document(std::unique_ptr<Content> content);
    std::unique_ptr<Content> m_content;
};

} // namespace deskbell::json
