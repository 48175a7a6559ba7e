"""Answers pip's question for a source distribution's name and version, so that nothing in it has to be run.

Python imports this module when it starts. In the process where pip would import the distribution's build backend
(PEP 517), an object that only repeats what was asked for is there already.
"""
import os
import sys
import types


def prepare_metadata_for_build_wheel(folder, config_settings=None):
    name = os.environ["CFFI4J_SDIST_NAME"]
    version = os.environ["CFFI4J_SDIST_VERSION"]
    info = "{}-{}.dist-info".format(name.replace("-", "_"), version)
    os.mkdir(os.path.join(folder, info))
    with open(os.path.join(folder, info, "METADATA"), "w") as metadata:
        metadata.write("Metadata-Version: 2.1\nName: {}\nVersion: {}\n".format(name, version))
    return info


def stand_in_for(backend):
    module, _, attribute = backend.partition(":")
    parts = module.split(".")
    for length in range(1, len(parts) + 1):
        name = ".".join(parts[:length])
        sys.modules[name] = types.ModuleType(name)
    target = sys.modules[module]
    for part in filter(None, attribute.split(".")):
        setattr(target, part, types.SimpleNamespace())
        target = getattr(target, part)
    target.prepare_metadata_for_build_wheel = prepare_metadata_for_build_wheel


# The first is pip's name for it since 2023, the second the one before.
for variable in ("_PYPROJECT_HOOKS_BUILD_BACKEND", "PEP517_BUILD_BACKEND"):
    if variable in os.environ:
        stand_in_for(os.environ[variable])
