/// The JSON Schema of `publish.yaml`, by which an editor helps its writer.
public enum PublishSchema {
  /// The schema as JSON text (draft 2020-12).
  public static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Mentorbook: where the site is published",
      "type": "object",
      "additionalProperties": false,
      "required": ["targets"],
      "properties": {
        "targets": {
          "description": "Where the site goes.",
          "type": "array",
          "minItems": 1,
          "items": {
            "oneOf": [
              {"$ref": "#/$defs/folder"}, {"$ref": "#/$defs/rsync"}, {"$ref": "#/$defs/git"}, {"$ref": "#/$defs/s3"}
            ]
          }
        },
        "removals": {
          "description": "How many pages may leave in one run: the share, but always that many.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "percent": {"type": "integer", "minimum": 0, "maximum": 100, "default": 10},
            "pages": {"type": "integer", "minimum": 0, "default": 20}
          }
        },
        "grace_days": {
          "description": "How many days style sheets, scripts and shards that left the site stay for readers of older pages.",
          "type": "integer", "minimum": 0, "maximum": 365, "default": 7
        },
        "patience": {
          "description": "How many seconds rsync, git or rclone may say nothing before they are given up.",
          "type": "integer", "minimum": 5, "maximum": 86400, "default": 180
        }
      },
      "$defs": {
        "name": {"description": "What the command line and reports call the target.", "type": "string", "pattern": "^[a-z0-9-]+$"},
        "variable": {"type": "string", "pattern": "^[A-Z0-9_]+$"},
        "folder": {
          "type": "object",
          "additionalProperties": false,
          "required": ["name", "folder"],
          "properties": {
            "name": {"$ref": "#/$defs/name"},
            "folder": {"description": "A folder on this machine; the server shows 'current' in it.", "type": "string"},
            "keep": {"description": "How many releases there are at most.", "type": "integer", "minimum": 1, "maximum": 1000, "default": 5}
          }
        },
        "rsync": {
          "type": "object",
          "additionalProperties": false,
          "required": ["name", "rsync"],
          "properties": {
            "name": {"$ref": "#/$defs/name"},
            "rsync": {"description": "A folder on a host.", "type": "string", "examples": ["www@web.example.edu:/srv/www/mentors"]},
            "port": {"type": "integer", "minimum": 1, "maximum": 65535},
            "identity": {"description": "The file of the private key.", "type": "string"},
            "known_hosts": {"description": "The file that says which host has which key.", "type": "string"}
          }
        },
        "git": {
          "type": "object",
          "additionalProperties": false,
          "required": ["name", "git"],
          "properties": {
            "name": {"$ref": "#/$defs/name"},
            "git": {"description": "The repository.", "type": "string", "examples": ["git@github.com:example/mentors.git"]},
            "branch": {"type": "string", "default": "gh-pages"},
            "force": {"description": "Keep one commit only, and replace it each time.", "type": "boolean", "default": false},
            "author": {"description": "Whose name commits have.", "type": "string", "default": "Mentorbook"},
            "mail": {"description": "Whose address commits have.", "type": "string", "default": "mentorbook@localhost"},
            "token": {"description": "The environment variable that holds a token for https://.", "$ref": "#/$defs/variable"},
            "identity": {"description": "The file of the private key.", "type": "string"},
            "known_hosts": {"description": "The file that says which host has which key.", "type": "string"}
          }
        },
        "s3": {
          "type": "object",
          "additionalProperties": false,
          "required": ["name", "s3"],
          "properties": {
            "name": {"$ref": "#/$defs/name"},
            "s3": {"description": "The bucket, and a folder in it.", "type": "string", "examples": ["mentors-site", "www/mentors"]},
            "endpoint": {"description": "The storage's address; without it, Amazon's.", "type": "string", "format": "uri"},
            "region": {"type": "string"},
            "provider": {"description": "rclone's name for the maker of the storage.", "type": "string", "examples": ["AWS", "Ceph", "Cloudflare", "Minio", "Wasabi"]},
            "access_key": {"description": "The environment variable that holds the key's id.", "$ref": "#/$defs/variable"},
            "secret_key": {"description": "The environment variable that holds the key.", "$ref": "#/$defs/variable"}
          },
          "dependentRequired": {"access_key": ["secret_key"], "secret_key": ["access_key"]}
        }
      }
    }

    """#
}
