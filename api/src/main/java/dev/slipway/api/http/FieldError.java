package dev.slipway.api.http;

/// What is wrong with one field of a request.
///
/// @param pointer where, as a JSON pointer such as `/size/vcpus`; a query parameter is `/page`
/// @param code a word for programs, such as `required` or `unknown`
/// @param detail a sentence for people
public record FieldError(String pointer, String code, String detail) {}
