"""What describes the CSV files: a Frictionless data package, and CSV on the Web."""

from typing import Any

from pipeline.exporting.tables import TABLES, Column, Kind, Table
from pipeline.records import SCHEMA_VERSION

_TITLE = "Facts from articles of e-history.kz"
_FRICTIONLESS: dict[Kind, str] = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "list": "array",
}
_CSVW: dict[Kind, str] = {**_FRICTIONLESS, "list": "json"}


def data_package() -> dict[str, Any]:
    """The file datapackage.json (Data Package v1)."""
    return {
        "profile": "tabular-data-package",
        "name": "ehistory-facts",
        "title": _TITLE,
        "version": SCHEMA_VERSION,
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_frictionless_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": ["id"],
            "foreignKeys": [
                {
                    "fields": [column],
                    "reference": {"resource": target, "fields": ["id"]},
                }
                for column, target in table.references
            ],
        },
    }


def _frictionless_field(column: Column) -> dict[str, Any]:
    constraints = {"required": True} if column.required else {}
    unique = {"unique": True} if column.name == "id" else {}
    return {
        "name": column.name,
        "type": _FRICTIONLESS[column.kind],
        "description": column.description,
        "constraints": {**constraints, **unique},
    }


def csvw() -> dict[str, Any]:
    """The file csv-metadata.json (CSV on the Web, W3C 2015)."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": _TITLE,
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "header": True},
        "tables": [
            {
                "url": f"{table.name}.csv",
                "dc:title": table.title,
                "dc:description": table.description,
                "tableSchema": _csvw_schema(table),
            }
            for table in TABLES
        ],
    }


def _csvw_schema(table: Table) -> dict[str, Any]:
    return {
        "columns": [
            {
                "name": column.name,
                "titles": column.name,
                "dc:description": column.description,
                "datatype": _CSVW[column.kind],
                "required": column.required,
            }
            for column in table.columns
        ],
        "primaryKey": "id",
        "foreignKeys": [
            {
                "columnReference": column,
                "reference": {"resource": f"{target}.csv", "columnReference": "id"},
            }
            for column, target in table.references
        ],
    }
