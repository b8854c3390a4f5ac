#pragma once

namespace deskbell::server {

/// The paths of the OpenAPI document that are no operations: the bytes of attachments, which no JSON describes.
constexpr char filePaths[] =
    R"("/attachments/{attachmentId}/content":{)"
    R"("put":{"operationId":"attachment.content.put","summary":"Send the bytes of an announced file",)"
    R"("description":"Exactly as many bytes as were announced, by the one who announced them. The answer says what they are.",)"
    R"("x-access":"visitors and operators","tags":["attachment"],"security":[{"token":[]}],)"
    R"("parameters":[{"name":"attachmentId","in":"path","required":true,"schema":{"type":"string","format":"uuid"}}],)"
    R"("requestBody":{"required":true,"content":{"application/octet-stream":{"schema":{"type":"string","format":"binary"}}}},)"
    R"("responses":{"200":{"description":"The file as it is known now","content":{"application/json":{"schema":%1}}},%2}},)"
    R"("get":{"operationId":"attachment.content.get","summary":"Read the bytes of a file",)"
    R"("x-access":"visitors and operators","tags":["attachment"],"security":[{"token":[]}],)"
    R"("parameters":[{"name":"attachmentId","in":"path","required":true,"schema":{"type":"string","format":"uuid"}}],)"
    R"("responses":{"200":{"description":"The bytes, to be saved","content":{"*/*":{"schema":{"type":"string","format":"binary"}}}},%2}}},)"
    R"("/attachments/{attachmentId}/thumbnail":{)"
    R"("get":{"operationId":"attachment.thumbnail.get","summary":"Read a small picture of a picture",)"
    R"("x-access":"visitors and operators","tags":["attachment"],"security":[{"token":[]}],)"
    R"("parameters":[{"name":"attachmentId","in":"path","required":true,"schema":{"type":"string","format":"uuid"}}],)"
    R"("responses":{"200":{"description":"A JPEG or PNG of at most 480 by 480","content":{"image/*":{"schema":{"type":"string","format":"binary"}}}},%2}}})";

constexpr char failure[] =
    R"("default":{"description":"What went wrong","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}})";

} // namespace deskbell::server
